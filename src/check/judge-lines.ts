import { inputError } from '../core/error.ts';
import { digestOf, parseLine } from '../input/jsonl.ts';
import type { Line } from '../input/line-splitter.ts';
import type { RowSink } from '../output/row-sink.ts';
import { inOrder, type WindowBounds } from './in-order.ts';
import { readRow, type InputRow } from './input-row.ts';
import type { Examine } from './open-judge.ts';
import { outputRow, type OutputRow } from './output-row.ts';
import { digestAfter, type Position } from './position.ts';
import type { CheckSettings } from './settings.ts';
import { countRow, countSkipped } from './tally.ts';

export interface JudgeLinesOptions {
  readonly settings: CheckSettings;
  readonly examine: Examine;
  /** What has not begun when this aborts is not begun any more. */
  readonly signal: AbortSignal;
  /** Aborted when no more lines are wanted. */
  readonly ending: AbortController;
  readonly sink: RowSink;
  readonly skipsBadLines: boolean;
  /** As errors call the input. */
  readonly inputName: string;
  /** Told of every line that is done, in order, just before its row is written. */
  readonly onDone: (position: Position) => void;
  /** Told what a user should know. */
  readonly onNotice: (notice: string) => void;
}

type Done = { readonly line: Line; readonly digest: string } & (
  | { readonly row: OutputRow }
  | { readonly problem: string }
);

const rowsPerChild = 64;
const maxWindowBytes = 64 * 1024 * 1024;
const maxNotices = 10;

/**
 * Judges the rows of lines, many at once, and writes what comes of them in the order of the lines. Rejects at the first
 * bad line, unless those are skipped; all rows before it have been written.
 */
export async function judgeLines(
  lines: AsyncIterable<Line>,
  from: Position,
  options: JudgeLinesOptions,
): Promise<Position> {
  const { settings, inputName, sink, onDone, ending } = options;
  const bounds: WindowBounds = { items: rowsPerChild * settings.concurrency, bytes: maxWindowBytes };
  const notice = limited(options.onNotice);
  const noticeStyle = once((style) => notice(`test_style '${style}' is none of Winnow's: the style is detected`));
  let position = from;

  const work = async (line: Line): Promise<Done> => {
    const digest = digestOf(line);
    const parsed = parseLine(line);
    const read = parsed.ok ? readRow(parsed.value, settings.seed) : parsed;
    if (!read.ok) return { line, digest, problem: read.problem };
    if (read.row.unknownStyle !== undefined) noticeStyle(read.row.unknownStyle);
    return { line, digest, row: await judgeRow(read.row, options) };
  };

  const consume = async (done: Done): Promise<void> => {
    const digest = digestAfter(position.digest, done.digest);
    const { number } = done.line;
    if ('problem' in done) {
      const problem = `${inputName}:${number}: ${done.problem}`;
      if (!options.skipsBadLines) throw badLine(problem);
      notice(`${problem} (skipped)`);
      position = { line: number, digest, counts: countSkipped(position.counts) };
      return onDone(position);
    }
    position = { line: number, digest, counts: countRow(position.counts, done.row) };
    onDone(position);
    await sink.write(`${JSON.stringify(done.row)}\n`);
  };

  await inOrder({ source: lines, sizeOf: ({ bytes }) => bytes?.length ?? 0, work, consume, bounds, ending });
  return position;
}

async function judgeRow(row: InputRow, { settings, examine, signal }: JudgeLinesOptions): Promise<OutputRow> {
  const limits = { ...settings.limits, types: settings.types[row.candidate.language] };
  return outputRow(row, await examine(row.candidate, limits, signal));
}

function badLine(problem: string): Error {
  return inputError(
    'bad-line',
    `${problem}\nCorrect the line and go on with --resume, or leave out such lines with --skip-bad-lines.`,
  );
}

/** Passes on a value the first time that it comes. */
function once(say: (value: string) => void): (value: string) => void {
  const said = new Set<string>();
  return (value) => {
    if (said.size >= maxNotices || said.has(value)) return;
    said.add(value);
    say(value);
  };
}

/** Says so many things and then no more. */
function limited(say: (notice: string) => void): (notice: string) => void {
  let said = 0;
  return (notice) => {
    said += 1;
    if (said <= maxNotices) say(notice);
    if (said === maxNotices) say('further lines like these are only counted');
  };
}
