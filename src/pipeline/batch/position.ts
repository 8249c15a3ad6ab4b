import { hash } from 'node:crypto';
import { z } from 'zod';
import { inputError } from '../../core/error.ts';
import { digestOf } from '../../input/jsonl.ts';
import type { Line } from '../../input/line-splitter.ts';
import { nothingCounted, type Counts } from './tally.ts';

/** How far an input has been worked through. */
export interface Position {
  /** The number of the last line; 0 before the first one. */
  readonly line: number;
  /** A hash of all lines up to there. */
  readonly digest: string;
  readonly counts: Counts;
}

/** What is noted beside a partial output, so that another process can go on. */
export interface ResumeNote {
  readonly settings: Readonly<Record<string, string | number>>;
  readonly position: Position;
}

export const start: Position = { line: 0, digest: '', counts: nothingCounted };

const count = z.int().min(0);
const table = z.record(z.string(), count);
const noteSchema: z.ZodType<ResumeNote> = z.object({
  settings: z.record(z.string(), z.union([z.string(), z.number()])),
  position: z.object({
    line: count,
    digest: z.string(),
    counts: z.object({ rows: count, verdicts: table, faults: table, skippedLines: count }),
  }),
});

/** The note as it was read from a file, or undefined where it is none. */
export function readNote(value: unknown): ResumeNote | undefined {
  return noteSchema.safeParse(value).data;
}

/** The hash of an input up to a line, from the hash up to the line before. */
export function digestAfter(before: string, lineDigest: string): string {
  return hash('sha256', `${before}\n${lineDigest}`, 'hex');
}

/** Takes the lines up to a position from a stream. Throws an input error unless they are the same as they were then. */
export async function passBy(
  lines: AsyncIterator<Line>,
  { position, name, onLine }: { position: Position; name: string; onLine: (line: Line) => void },
): Promise<void> {
  let digest = start.digest;
  let number = start.line;
  while (number < position.line) {
    const next = await lines.next();
    if (next.done === true) break;
    number = next.value.number;
    digest = digestAfter(digest, digestOf(next.value));
    onLine(next.value);
  }
  if (number === position.line && digest === position.digest) return;
  throw inputError(
    'input-changed',
    `${name} is not the input that the partial output was made from: its first ${position.line} lines have changed. ` +
      'Go back to that input, or leave out --resume to begin anew.',
  );
}

/** Throws an input error that names each setting on which verdicts depend and that has changed. */
export function refuseOtherSettings(before: ResumeNote['settings'], now: ResumeNote['settings'], path: string): void {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  const changed = names.filter((name) => before[name] !== now[name]);
  if (changed.length === 0) return;
  const list = changed.map((name) => `  ${name}: was ${before[name] ?? 'not set'}, is ${now[name] ?? 'not set'}`);
  throw inputError(
    'settings-changed',
    `${path} was begun with other settings:\n${list.join('\n')}\nGo back to those, or leave out --resume to begin anew.`,
  );
}
