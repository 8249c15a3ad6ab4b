/** Running the same tests again and again against mutants, where nothing is wanted but the name of one that fails. */
import * as spies from '@vitest/spy';
import { clock } from './clock.ts';
import { fakeTimers } from './fake-timers.ts';
import { bail } from './bail.ts';
import { root, type SuiteNode, testsOf } from './tree.ts';
import { unstubAllEnvs, unstubAllGlobals } from './vi-mocks.ts';

/** Makes the tree what it was before its tests ran, and takes back what a test that ended early left behind. */
export function resetTests(): void {
  bail.hasFailed = false;
  for (const test of testsOf(root)) {
    delete test.context;
    delete test.result;
    delete test.promises;
    delete test.onFinished;
    delete test.onFailed;
    test.annotations.length = 0;
  }
  forgetResults(root);
  fakeTimers.useReal();
  clock.fake = undefined;
  unstubAllGlobals();
  unstubAllEnvs();
  spies.restoreAllMocks();
  spies.clearAllMocks();
}

function forgetResults(suite: SuiteNode): void {
  delete suite.result;
  for (const child of suite.tasks) if (child.type === 'suite') forgetResults(child);
}
