/** What `vitest` exports to a suite. */
import { testHook } from './context.ts';
import { chai, createExpect, expect } from './expect.ts';
import { describe, hooksWith, test } from './test-api.ts';
import { typeAssertions } from './type-assertions.ts';
import { vi } from './vi.ts';
import { whenMatchers } from './when.ts';

chai.use(whenMatchers);

export const vitest: Record<string, unknown> = {
  describe,
  suite: describe,
  test,
  it: test,
  ...hooksWith(),
  onTestFinished: testHook('onTestFinished'),
  onTestFailed: testHook('onTestFailed'),
  expect,
  createExpect,
  assert: chai.assert,
  chai,
  should: chai.should,
  vi,
  vitest: vi,
  inject: () => undefined,
  ...typeAssertions,
};
