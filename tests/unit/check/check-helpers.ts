import { readFileSync } from 'node:fs';
import { checkFile, type CheckFileOptions } from '../../../src/check/check-file.ts';
import type { JudgeFileResult } from '../../../src/pipeline/batch/judge-file.ts';
import { judgeSettings } from '../../../src/pipeline/batch/settings.ts';
import { Stop } from '../../../src/pipeline/stop.ts';
import { stubJudge, type Script } from './stub-judge.ts';

export interface CheckOutcome {
  readonly result: JudgeFileResult;
  readonly notices: readonly string[];
  readonly examined: readonly string[];
}

/** Runs a check with a stub judge where nothing else is given. */
export async function check(
  input: string,
  output: string,
  more: Partial<CheckFileOptions> = {},
): Promise<CheckOutcome> {
  const notices: string[] = [];
  const judge = stubJudge();
  const result = await checkFile({
    input,
    output,
    settings: judgeSettings({ concurrency: 1 }),
    resume: false,
    skipsBadLines: false,
    stop: new Stop(),
    onCounts: () => {},
    onNotice: (notice) => void notices.push(notice),
    open: judge.open,
    ...more,
  });
  return { result, notices, examined: judge.examined };
}

/** A row's line, without its newline. */
export function rowLine(id: string, script: Script = 'pass', more: object = {}): string {
  return JSON.stringify({ id, solution: `solution ${id}`, tests: script, ...more });
}

/** The rows of an output, without what differs from one time to the next. */
export function rowsOf(path: string): unknown[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ ...(JSON.parse(line) as object), duration_ms: 0 }));
}
