/** The realm of suites with properties: all of fast-check too. */
// oxlint-disable-next-line import/no-unassigned-import -- has to come before what needs it
import './stubs.ts';
import { chai, isMatcher } from './expect.ts';
import { keepSecret } from './guards.ts';
import { install } from './install.ts';
import { jest, jestModule } from './jest-module.ts';
import { endPropertiesEarly, isPrecondition, propertyModules, seedProperties, warmUpProperties } from './properties.ts';
import { runnerFor } from './runners.ts';
import { removeStubs } from './stubs.ts';
import { testRunner } from './test-runner.ts';
import { vitest } from './vitest-module.ts';
import { warmUpExpect } from './warm-up.ts';

warmUpExpect();
warmUpProperties();
removeStubs();
keepSecret(isMatcher);
keepSecret(isPrecondition);
install({
  modules: { vitest, '@jest/globals': jestModule, chai, ...propertyModules },
  runner: runnerFor(testRunner({ seed: seedProperties, brief: endPropertiesEarly })),
  globals: { vitest, jest: { ...jestModule, jest } },
});
