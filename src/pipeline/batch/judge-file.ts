import { openBytes, type ByteSource } from '../../input/byte-source.ts';
import { readLines } from '../../input/jsonl.ts';
import type { Line } from '../../input/line-splitter.ts';
import type { DiskAdvice } from '../../output/atomic-file.ts';
import { isStream, openRows } from '../../output/open-rows.ts';
import type { Stop } from '../stop.ts';
import { judgeLines } from './judge-lines.ts';
import { limited } from './notices.ts';
import { passBy } from './position.ts';
import { beginning, type Begin } from './resume.ts';
import { refuseSameFile } from './same-file.ts';
import type { Counts } from './tally.ts';
import type { Work } from './work.ts';

export interface JudgeFileOptions<Item> {
  readonly input: string;
  readonly output: string;
  /** All on which a row depends beside the input, by the name a user knows it under. */
  readonly decisive: Readonly<Record<string, string | number>>;
  readonly concurrency: number;
  readonly resume: boolean;
  readonly skipsBadLines: boolean;
  readonly stop: Pick<Stop, 'signal'>;
  /** Told the counts after every line. */
  readonly onCounts: (counts: Counts) => void;
  readonly onNotice: (notice: string) => void;
  /** Told of each line that an earlier invocation has done, before the work is opened. */
  readonly onPassed?: (line: Line) => void;
  /** Opens what does the work, given where to say what a user should know. */
  readonly open: (onNotice: (notice: string) => void) => Promise<Work<Item>>;
  /** The flag that names the output. */
  readonly outputFlag: string;
}

export interface JudgeFileResult {
  readonly counts: Counts;
  /** Rows that an earlier invocation had written. */
  readonly resumedRows: number;
}

/**
 * Judges what every line of a file says and writes the rows that come of it, in order, with memory that does not grow
 * with the file. Throws an input error for what cannot be read, gone on with or written, and the reason of the stop when
 * stopped; the rows that were written until then are saved.
 */
export async function judgeFile<Item>(options: JudgeFileOptions<Item>): Promise<JudgeFileResult> {
  using source = await openBytes(options.input);
  refuseSameFile(options.input, options.output);
  const begin = await beginning(options);
  if (begin.kind === 'finished') return { counts: begin.counts, resumedRows: begin.counts.rows };
  return await judgeFrom(begin, source, options);
}

async function judgeFrom<Item>(
  begin: Begin,
  source: ByteSource,
  options: JudgeFileOptions<Item>,
): Promise<JudgeFileResult> {
  const { output, decisive, concurrency, open, stop, skipsBadLines, onCounts } = options;
  const onNotice = limited(options.onNotice);
  let { position } = begin;
  const ending = new AbortController();
  const signal = AbortSignal.any([stop.signal, ending.signal]);
  const lines = readLines(source, signal);
  await passBy(lines, { position, name: source.name, onLine: options.onPassed ?? (() => {}) });
  await using tools = new AsyncDisposableStack();
  const state = (): unknown => ({ settings: decisive, position });
  const sink = await openRows({ path: output, from: begin.bytes, state, advice: adviceFor(options) });
  tools.defer(() => sink.close());
  const work = tools.use(await open(onNotice));
  const onDone = (done: typeof position): void => {
    position = done;
    onCounts(done.counts);
  };
  const { name: inputName } = source;
  try {
    const how = { work, concurrency, signal, ending, sink, skipsBadLines, inputName, onDone, onNotice };
    await judgeLines(lines, position, how);
  } catch (error) {
    // Where saving fails too, that is what ended the work, or less than what did.
    await sink.save().catch(() => {});
    throw error;
  }
  await sink.finish();
  return { counts: position.counts, resumedRows: begin.position.counts.rows };
}

function adviceFor({ output, outputFlag }: Pick<JudgeFileOptions<unknown>, 'output' | 'outputFlag'>): DiskAdvice {
  const resume = ' with --resume: no row that was saved is lost';
  return { flag: outputFlag, next: `run the same command again${isStream(output) ? '' : resume}` };
}
