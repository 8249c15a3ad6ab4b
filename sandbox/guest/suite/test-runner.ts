/** Runs the tests that a suite registered. */
import type { Runner } from './drive.ts';
import { messageOf } from './messages.ts';
import { settleModes } from './modes.ts';
import { resetTests } from './rerun.ts';
import { runSuite, type TestReport } from './run.ts';
import { collect, root, testsOf } from './tree.ts';

/** What depends on whether there are properties. */
export interface Engine {
  readonly seed: (seed: number) => void;
  readonly brief?: () => void;
}

export function testRunner(engine: Engine): Runner & { readonly hasTests: () => boolean } {
  let isCollected = false;
  return {
    ...engine,
    hasTests: () => root.tasks.length > 0,
    describe: messageOf,
    async run() {
      if (!isCollected) {
        await collect();
        settleModes();
        isCollected = true;
      }
      const collected = [...testsOf(root)].length;
      const tests: TestReport[] = [];
      await runSuite(root, tests);
      return { tests, collected };
    },
    again() {
      resetTests();
      return 'tests';
    },
  };
}
