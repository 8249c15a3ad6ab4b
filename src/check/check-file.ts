import { openBytes, type ByteSource } from '../input/byte-source.ts';
import { readLines } from '../input/jsonl.ts';
import type { DiskAdvice } from '../output/atomic-file.ts';
import { isStream, openRows } from '../output/open-rows.ts';
import type { Stop } from '../pipeline/stop.ts';
import { judgeLines } from './judge-lines.ts';
import { openJudge, type Judge } from './open-judge.ts';
import { passBy } from './position.ts';
import { beginning, type Begin } from './resume.ts';
import { refuseSameFile } from './same-file.ts';
import { decisiveSettings, type CheckSettings } from './settings.ts';
import type { Counts } from './tally.ts';

export interface CheckFileOptions {
  readonly input: string;
  readonly output: string;
  readonly settings: CheckSettings;
  readonly resume: boolean;
  readonly skipsBadLines: boolean;
  readonly stop: Stop;
  /** Told the counts after every line. */
  readonly onCounts: (counts: Counts) => void;
  readonly onNotice: (notice: string) => void;
  /** Opens what judges; the real thing unless given. */
  readonly open?: (settings: CheckSettings) => Promise<Judge>;
}

export interface CheckResult {
  readonly counts: Counts;
  /** Rows that an earlier invocation had written. */
  readonly resumedRows: number;
}

/**
 * Judges every row of a file and writes a row for each, in order, with memory that does not grow with the file.
 * Throws an input error for what cannot be read, gone on with or written, and the reason of the stop when stopped; the
 * rows that were written until then are saved.
 */
export async function checkFile(options: CheckFileOptions): Promise<CheckResult> {
  using source = await openBytes(options.input);
  refuseSameFile(options.input, options.output);
  const begin = await beginning(options);
  if (begin.kind === 'finished') return { counts: begin.counts, resumedRows: begin.counts.rows };
  return await checkFrom(begin, source, options);
}

async function checkFrom(begin: Begin, source: ByteSource, options: CheckFileOptions): Promise<CheckResult> {
  const { output, settings, open = openJudge, stop } = options;
  let { position } = begin;
  const ending = new AbortController();
  const signal = AbortSignal.any([stop.signal, ending.signal]);
  const lines = readLines(source, signal);
  await passBy(lines, position, source.name);
  await using tools = new AsyncDisposableStack();
  const state = (): unknown => ({ settings: decisiveSettings(settings), position });
  const sink = await openRows({ path: output, from: begin.bytes, state, advice: adviceFor(output) });
  tools.defer(() => sink.close());
  const { examine } = tools.use(await open(settings));
  const { skipsBadLines, onNotice, onCounts } = options;
  const onDone = (done: typeof position): void => {
    position = done;
    onCounts(done.counts);
  };
  const { name: inputName } = source;
  try {
    await judgeLines(lines, position, {
      settings,
      examine,
      signal,
      ending,
      sink,
      skipsBadLines,
      inputName,
      onDone,
      onNotice,
    });
  } catch (error) {
    // Where saving fails too, that is what ended the work, or less than what did.
    await sink.save().catch(() => {});
    throw error;
  }
  await sink.finish();
  return { counts: position.counts, resumedRows: begin.position.counts.rows };
}

function adviceFor(output: string): DiskAdvice {
  const resume = ' with --resume: no row that was saved is lost';
  return { flag: '--output', next: `run the same command again${isStream(output) ? '' : resume}` };
}
