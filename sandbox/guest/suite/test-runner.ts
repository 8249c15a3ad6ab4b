/** Runs the tests that a suite registered. */
import type { Runner } from './drive.ts';
import { messageOf } from './messages.ts';
import { settleModes } from './modes.ts';
import { runSuite, type TestReport } from './run.ts';
import { collect, root, testsOf } from './tree.ts';

export function testRunner(seed: (seed: number) => void): Runner & { readonly hasTests: () => boolean } {
  return {
    seed,
    hasTests: () => root.tasks.length > 0,
    describe: messageOf,
    async run() {
      await collect();
      settleModes();
      const collected = [...testsOf(root)].length;
      const tests: TestReport[] = [];
      await runSuite(root, tests);
      return { tests, collected };
    },
  };
}
