import { statSync } from 'node:fs';
import { inputError } from '../../core/error.ts';
import { isStream } from '../../output/open-rows.ts';
import { partialOf } from '../../output/partial-file.ts';

/** Throws an input error where the output, or its partial file, would be written over the input. */
export function refuseSameFile(input: string, output: string): void {
  if (input === '-' || isStream(output)) return;
  const clash = [output, partialOf(output)].find((path) => isSame(input, path));
  if (clash === undefined) return;
  throw inputError(
    'same-file',
    `${input} is the input, and ${clash} would be written over it. Choose another --output.`,
  );
}

function isSame(a: string, b: string): boolean {
  const [first, second] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false, bigint: true }));
  return first !== undefined && second !== undefined && first.ino === second.ino && first.dev === second.dev;
}
