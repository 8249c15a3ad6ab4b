import { inputError } from '../../core/error.ts';
import { digestOf, parseLine } from '../../input/jsonl.ts';
import type { Line } from '../../input/line-splitter.ts';
import type { RowSink } from '../../output/row-sink.ts';
import { inOrder, type WindowBounds } from './in-order.ts';
import { digestAfter, type Position } from './position.ts';
import { countRow, countSkipped } from './tally.ts';
import type { JudgedRow, Work } from './work.ts';

export interface JudgeLinesOptions<Item> {
  readonly work: Pick<Work<Item>, 'read' | 'judge'>;
  /** Sandbox workers, which bounds what is under way. */
  readonly concurrency: number;
  /** What has not begun when this aborts is not begun any more. */
  readonly signal: AbortSignal;
  /** Aborted when no more lines are wanted. */
  readonly ending: AbortController;
  readonly sink: RowSink;
  readonly skipsBadLines: boolean;
  /** As errors call the input. */
  readonly inputName: string;
  /** Told of every line that is done, in order, just before its rows are written. */
  readonly onDone: (position: Position) => void;
  /** Told what a user should know. */
  readonly onNotice: (notice: string) => void;
}

type Done = { readonly line: Line; readonly digest: string } & (
  | { readonly rows: readonly JudgedRow[] }
  | { readonly problem: string }
);

const rowsPerChild = 64;
const maxWindowBytes = 64 * 1024 * 1024;

/**
 * Judges what lines say, many at once, and writes what comes of them in the order of the lines. Rejects at the first bad
 * line, unless those are skipped; all rows before it have been written.
 */
export async function judgeLines<Item>(
  lines: AsyncIterable<Line>,
  from: Position,
  options: JudgeLinesOptions<Item>,
): Promise<Position> {
  const { work: job, concurrency, inputName, sink, onDone, onNotice, ending, signal } = options;
  const bounds: WindowBounds = { items: rowsPerChild * concurrency, bytes: maxWindowBytes };
  let position = from;

  const work = async (line: Line): Promise<Done> => {
    const digest = digestOf(line);
    const parsed = parseLine(line);
    const read = parsed.ok ? job.read(parsed.value) : parsed;
    if (!read.ok) return { line, digest, problem: read.problem };
    return { line, digest, rows: await job.judge(read.item, signal) };
  };

  const consume = async (done: Done): Promise<void> => {
    const digest = digestAfter(position.digest, done.digest);
    const { number } = done.line;
    if ('problem' in done) {
      const problem = `${inputName}:${number}: ${done.problem}`;
      if (!options.skipsBadLines) throw badLine(problem);
      onNotice(`${problem} (skipped)`);
      position = { line: number, digest, counts: countSkipped(position.counts) };
      return onDone(position);
    }
    position = { line: number, digest, counts: done.rows.reduce(countRow, position.counts) };
    onDone(position);
    await sink.write(done.rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  };

  await inOrder({ source: lines, sizeOf: ({ bytes }) => bytes?.length ?? 0, work, consume, bounds, ending });
  return position;
}

function badLine(problem: string): Error {
  return inputError(
    'bad-line',
    `${problem}\nCorrect the line and go on with --resume, or leave out such lines with --skip-bad-lines.`,
  );
}
