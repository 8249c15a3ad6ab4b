import { printable } from './printable.ts';
import { styled } from './styled.ts';
import { wrap } from './wrap.ts';

const width = 80;

/** Names and values in two columns; a value takes as many lines as it needs, none longer than a terminal is wide. */
export function renderPairs(rows: readonly (readonly [name: string, value: string])[], nameWidth = 15): string {
  return rows.map(([name, value]) => line(name, printable(value), nameWidth)).join('');
}

function line(name: string, value: string, nameWidth: number): string {
  const [first = '', ...rest] = value.split('\n').flatMap((part) => wrap(part.trim(), width - nameWidth));
  const label = styled('bold', name.padEnd(nameWidth), process.stdout);
  return `${label}${first}\n${rest.map((part) => `${' '.repeat(nameWidth)}${part}\n`).join('')}`;
}
