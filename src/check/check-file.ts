import type { Stop } from '../pipeline/stop.ts';
import { judgeFile, type JudgeFileResult } from '../pipeline/batch/judge-file.ts';
import { once } from '../pipeline/batch/notices.ts';
import { openJudge, type Judge } from '../pipeline/batch/open-judge.ts';
import { decisiveSettings, type JudgeSettings } from '../pipeline/batch/settings.ts';
import type { Counts } from '../pipeline/batch/tally.ts';
import type { Work } from '../pipeline/batch/work.ts';
import { readRow, type InputRow } from './input-row.ts';
import { outputRow } from './output-row.ts';

export interface CheckFileOptions {
  readonly input: string;
  readonly output: string;
  readonly settings: JudgeSettings;
  readonly resume: boolean;
  readonly skipsBadLines: boolean;
  readonly stop: Stop;
  /** Told the counts after every line. */
  readonly onCounts: (counts: Counts) => void;
  readonly onNotice: (notice: string) => void;
  /** Opens what judges; the real thing unless given. */
  readonly open?: (settings: JudgeSettings) => Promise<Judge>;
}

/** Judges every row of a file and writes a row for each, as `judgeFile` does. */
export async function checkFile({
  settings,
  open = openJudge,
  ...options
}: CheckFileOptions): Promise<JudgeFileResult> {
  return await judgeFile({
    ...options,
    decisive: decisiveSettings(settings),
    concurrency: settings.concurrency,
    outputFlag: '--output',
    open: async (onNotice) => checkWork(await open(settings), settings, onNotice),
  });
}

function checkWork(judge: Judge, settings: JudgeSettings, onNotice: (notice: string) => void): Work<InputRow> {
  const noticeStyle = once((style) => onNotice(`test_style '${style}' is none of Winnow's: the style is detected`));
  return {
    read: (value) => {
      const read = readRow(value, settings.seed);
      if (!read.ok) return read;
      if (read.row.unknownStyle !== undefined) noticeStyle(read.row.unknownStyle);
      return { ok: true, item: read.row };
    },
    judge: async (row, signal) => {
      const limits = { ...settings.limits, types: settings.types[row.candidate.language] };
      return [outputRow(row, await judge.examine(row.candidate, limits, signal))];
    },
    [Symbol.asyncDispose]: () => judge[Symbol.asyncDispose](),
  };
}
