/** Texts for people out of whatever was thrown: bounded, and safe against hostile values. */
import { processError } from '@vitest/utils/error';

const maxMessage = 2000;
const escape = String.fromCodePoint(27);
const colours = new RegExp(`${escape}\\[[0-9;]*m`, 'g');

export function bounded(text: string, max: number = maxMessage): string {
  return text.length <= max ? text : `${text.slice(0, max)}… (${text.length - max} more characters)`;
}

/** The error as vitest prints it: name, message and diff. */
export function messageOf(thrown: unknown): string {
  try {
    return bounded(describe(thrown).replaceAll(colours, ''));
  } catch {
    return 'threw a value that cannot be printed';
  }
}

function describe(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return `thrown: ${String(thrown)}`;
  const { name, message } = thrown as Partial<Error>;
  const title = typeof name === 'string' && name !== '' ? `${name}: ${String(message)}` : String(message);
  const diff = diffOf(thrown);
  return diff === undefined ? title : `${title}\n\n${diff}`;
}

/** Expected and actual, line by line; `@vitest/expect` has done it already for soft failures. */
function diffOf(thrown: object): string | undefined {
  const { diff } = ('diff' in thrown ? thrown : processError(thrown)) as { diff?: unknown };
  return typeof diff === 'string' && diff !== '' && diff.length < 20_000 ? diff : undefined;
}
