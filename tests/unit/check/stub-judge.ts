import { ok } from '../../../src/core/fault.ts';
import type { Check, Verdict } from '../../../src/core/verdict.ts';
import type { Judge } from '../../../src/pipeline/batch/open-judge.ts';
import type { JudgeSettings } from '../../../src/pipeline/batch/settings.ts';

/** What a row of these tests says in the place of its tests. */
export type Script = 'pass' | 'fail' | 'fault';

export interface StubJudge {
  readonly open: (settings: JudgeSettings) => Promise<Judge>;
  /** The solutions that were examined, in the order in which it began. */
  readonly examined: readonly string[];
  /** Called when an examination begins, with how many began before. */
  onBegin: (before: number) => void;
}

const passed: Check = { name: 'a test', outcome: 'passed' };
const failure: Check = { name: 'a test', outcome: 'failed', message: 'no' };

/** Judges by what a row's tests say, in the place of the sandbox and the type checker. */
export function stubJudge(): StubJudge {
  const examined: string[] = [];
  const judge: StubJudge = {
    examined,
    onBegin: () => {},
    open: async () => ({
      examine: async ({ solution, suite }, _limits, signal) => {
        signal.throwIfAborted();
        judge.onBegin(examined.push(solution) - 1);
        await new Promise((resolve) => setImmediate(resolve));
        if (suite === 'fault') {
          return {
            ok: false,
            fault: { boundary: 'sandbox', code: 'child-killed', retryable: true, message: 'killed' },
          };
        }
        const tests = suite === 'pass' ? [passed] : [failure];
        return ok({ verdict: verdict(suite), tests, durationMs: examined.length });
      },
      diagnose: async () => ok([]),
      sandbox: { submit: () => Promise.reject(new Error('there is no sandbox here')) },
      [Symbol.asyncDispose]: async () => {},
    }),
  };
  return judge;
}

function verdict(suite: string): Verdict {
  if (suite === 'pass') return { kind: 'accepted', checks: [passed] };
  return { kind: 'refuted', by: failure, failed: 1, total: 1 };
}

/** Judges so many rows and then breaks, as no judge should. */
export function crashingAfter(rows: number): StubJudge['open'] {
  const judge = stubJudge();
  judge.onBegin = (before) => {
    if (before >= rows) throw new Error('broken');
  };
  return judge.open;
}
