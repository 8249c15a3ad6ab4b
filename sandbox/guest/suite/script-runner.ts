/** A suite that is a script is one test: it fails by throwing, or by a `console.assert` that does not hold. */
import type { Runner } from './drive.ts';
import type { TestReport } from './run.ts';
import { titleOf } from './bounded.ts';

const failures: string[] = [];
const maxFailures = 5;
let assertions = 0;

export function noteAssertion(holds: boolean, args: readonly unknown[]): void {
  assertions++;
  if (holds || failures.length >= maxFailures) return;
  const text = args.map(String).join(' ');
  const line = callingLine();
  failures.push(
    `console.assert${line === undefined ? '' : ` in line ${line}`} does not hold${text === '' ? '' : `: ${text}`}`,
  );
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
  failedLoading(message) {
    failures.push(message);
  },
};
