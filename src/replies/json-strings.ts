import { parseJsonValue } from './json-value.ts';

/** How much of a value is looked through. */
const most = { depth: 8, strings: 100 };

/** The strings of a JSON value, those in JSON that is itself a string included: one of them may be the code. */
export function stringsOf(value: unknown): string[] {
  const found: string[] = [];
  collect(value, 0, found);
  return found;
}

function collect(value: unknown, depth: number, found: string[]): void {
  if (depth > most.depth || found.length >= most.strings) return;
  if (typeof value === 'string') {
    const inner = parseJsonValue(value);
    if (inner === undefined) found.push(value);
    else collect(inner, depth + 1, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) collect(member, depth + 1, found);
  }
}
