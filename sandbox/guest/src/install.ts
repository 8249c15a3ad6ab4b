import { createDrive, markLoaded } from './drive.ts';
import { chai, expect } from './expect.ts';
import { harden, hostHook } from './harden.ts';
import { installPlatform } from './platform.ts';
import { removeStubs } from './stubs.ts';
import { describe, test } from './test-api.ts';
import { addHook, type Hook } from './tree.ts';
import { runningTest } from './run.ts';
import { vi } from './vi.ts';

const hook = (kind: Parameters<typeof addHook>[0]) => (run: Hook, timeoutMs?: number) => addHook(kind, run, timeoutMs);

const vitest: Record<string, unknown> = {
  describe,
  suite: describe,
  test,
  it: test,
  beforeAll: hook('beforeAll'),
  afterAll: hook('afterAll'),
  beforeEach: hook('beforeEach'),
  afterEach: hook('afterEach'),
  onTestFinished: (run: Hook) => void runningTest()?.onFinished?.push(run),
  onTestFailed: (run: Hook) => void runningTest()?.onFailed?.push(run),
  expect,
  assert: chai.assert,
  chai,
  should: chai.should,
  vi,
  vitest: vi,
  expectTypeOf: typeAssertion,
  assertType: () => undefined,
};

/** Types are checked elsewhere: every assertion about them holds here. */
function typeAssertion(): unknown {
  const holds: unknown = new Proxy(() => holds, { get: (_, key) => (key === 'then' ? undefined : holds) });
  return holds;
}

type Modules = Record<string, Record<string, unknown>>;

/** Puts the guest together, and leaves one global for the host, which takes what it needs and deletes it. */
export function install(extra: { readonly modules: Modules; readonly seed: (seed: number) => void }): void {
  installPlatform();
  removeStubs();
  harden();
  Object.defineProperty(globalThis, hostHook, {
    value: { drive: createDrive(extra.seed), modules: { vitest, ...extra.modules }, markLoaded },
    configurable: true,
  });
}
