import { existsSync, statSync } from 'node:fs';
import { inputError } from '../../core/error.ts';
import { openBytes } from '../../input/byte-source.ts';
import { parseLine, readLines } from '../../input/jsonl.ts';
import { isStream } from '../../output/open-rows.ts';
import { partialOf, readCheckpoint } from '../../output/partial-file.ts';
import { readNote, refuseOtherSettings, start, type Position } from './position.ts';
import { countRow, nothingCounted, type Counts } from './tally.ts';
import type { JudgedRow } from './work.ts';

/** Where the work begins: at the start, or behind what a partial output holds. */
export interface Begin {
  readonly kind: 'begin';
  readonly position: Position;
  /** Bytes of the partial output that stay. */
  readonly bytes: number;
}

export interface Finished {
  readonly kind: 'finished';
  readonly counts: Counts;
}

export interface ResumeOptions {
  readonly input: string;
  readonly output: string;
  readonly decisive: Readonly<Record<string, string | number>>;
  readonly resume: boolean;
  readonly onNotice: (notice: string) => void;
}

/** Finds out what an earlier invocation has left to go on from. Throws an input error where it is something else. */
export async function beginning({
  input,
  output,
  decisive,
  resume,
  onNotice,
}: ResumeOptions): Promise<Begin | Finished> {
  const anew: Begin = { kind: 'begin', position: start, bytes: 0 };
  if (!resume) return anew;
  if (isStream(output)) throw inputError('bad-usage', `--resume needs a file as --output, and ${output} is none.`);
  const partial = partialOf(output);
  if (!existsSync(partial)) return existsSync(output) ? await finished(input, output) : anew;
  const checkpoint = await readCheckpoint(output);
  const note = readNote(checkpoint?.state);
  if (!checkpoint || !note) {
    onNotice(`${partial} does not say how far it got: beginning anew`);
    return anew;
  }
  refuseOtherSettings(note.settings, decisive, partial);
  onNotice(`going on after ${note.position.counts.rows} rows of ${partial}`);
  return { kind: 'begin', position: note.position, bytes: checkpoint.bytes };
}

/** The counts of an output that is complete. Its input is not read: a later change of that shows in its date. */
async function finished(input: string, output: string): Promise<Finished> {
  if (input !== '-' && statSync(input).mtimeMs > statSync(output).mtimeMs) {
    const message = `${output} is complete, but ${input} has changed since. Leave out --resume to judge it anew.`;
    throw inputError('input-changed', message);
  }
  using source = await openBytes(output);
  let counts = nothingCounted;
  for await (const line of readLines(source, new AbortController().signal)) {
    const parsed = parseLine(line);
    if (!parsed.ok) throw inputError('bad-line', `${output}:${line.number}: ${parsed.problem}`);
    counts = countRow(counts, parsed.value as JudgedRow);
  }
  return { kind: 'finished', counts };
}
