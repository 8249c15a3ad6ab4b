import { processError } from '@vitest/utils/error';
import { bounded, titleOf } from './bounded.ts';

const escape = String.fromCodePoint(27);
const colours = new RegExp(`${escape}\\[[0-9;]*m`, 'g');

/** The error as vitest prints it: name, message and diff. */
export function messageOf(thrown: unknown): string {
  const title = titleOf(thrown);
  if (typeof thrown !== 'object' || thrown === null) return title;
  try {
    const diff = diffOf(thrown);
    return bounded((diff === undefined ? title : `${title}\n\n${diff}`).replaceAll(colours, ''));
  } catch {
    return title;
  }
}

/** Expected and actual, line by line; `@vitest/expect` has done it already for soft failures. */
function diffOf(thrown: object): string | undefined {
  const { diff } = ('diff' in thrown ? thrown : processError(thrown)) as { diff?: unknown };
  return typeof diff === 'string' && diff !== '' && diff.length < 20_000 ? diff : undefined;
}
