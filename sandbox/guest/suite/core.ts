/** The realm of suites without properties: what a snapshot holds is what a fresh context costs. */
// oxlint-disable-next-line import/no-unassigned-import -- has to come before what needs it
import './stubs.ts';
import { chai, isMatcher } from './expect.ts';
import { keepSecret } from './guards.ts';
import { install } from './install.ts';
import { jest, jestModule } from './jest-module.ts';
import { runnerFor } from './runners.ts';
import { removeStubs } from './stubs.ts';
import { testRunner } from './test-runner.ts';
import { vitest } from './vitest-module.ts';
import { warmUpExpect } from './warm-up.ts';

warmUpExpect();
removeStubs();
keepSecret(isMatcher);
install({
  modules: { vitest, '@jest/globals': jestModule, chai },
  runner: runnerFor(testRunner({ seed: () => undefined })),
  globals: { vitest, jest: { ...jestModule, jest } },
});
