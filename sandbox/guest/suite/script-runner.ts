/** A suite that is a script is one test: it fails by throwing, or by a `console.assert` that does not hold. */
import type { Runner } from './drive.ts';
import type { TestReport } from './run.ts';
import { modules } from '../platform/modules.ts';
import { bail } from './bail.ts';
import { titleOf } from './bounded.ts';

const failures: string[] = [];
const maxFailures = 5;
let assertions = 0;

export function noteAssertion(holds: boolean, args: readonly unknown[]): void {
  assertions++;
  if (holds || failures.length >= maxFailures) return;
  if (bail.isOn) endEarly();
  const text = args.map(String).join(' ');
  const line = callingLine();
  failures.push(
    `console.assert${line === undefined ? '' : ` in line ${line}`} does not hold${text === '' ? '' : `: ${text}`}`,
  );
}

/** One failure is enough to know: nothing of the script has to run any more. */
function endEarly(): never {
  failures.push('console.assert does not hold');
  throw new Error('console.assert does not hold');
}

/** The line of the suite that is at work. */
function callingLine(): string | undefined {
  return /suite\.[cm]?[jt]s:(\d+)/.exec(new Error('here').stack ?? '')?.[1];
}

export const scriptRunner: Runner = {
  seed: () => undefined,
  describe: titleOf,
  run() {
    const test: TestReport =
      failures.length === 0
        ? { name: '(script)', outcome: 'passed' }
        : { name: '(script)', outcome: 'failed', message: failures.join('\n') };
    return Promise.resolve({ tests: [test], collected: 1, assertions });
  },
  again() {
    failures.length = 0;
    assertions = 0;
    modules.forget('suite');
    return 'script';
  },
  failedLoading(message) {
    failures.push(message);
  },
};
