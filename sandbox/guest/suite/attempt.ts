/** One attempt at a test: its hooks, its fixtures and its body. */
import { surround } from './around.ts';
import { abortSignal, contextOf } from './context.ts';
import { beginAssertions, checkAssertions } from './expect.ts';
import { countMade, makeFixtures, tearDownMade } from './made-fixtures.ts';
import { settings } from './settings.ts';
import { timed } from './timed.ts';
import {
  ancestors,
  type Hook,
  hookTimeoutMs,
  type SuiteNode,
  type TestContext,
  type TestNode,
  type TimedHook,
} from './tree.ts';
import { standsFor } from './used-names.ts';
import { tidyMocks } from './vi-mocks.ts';

/** Takes note that a test failed; lists of errors count one by one. */
export function fail(test: TestNode, thrown: unknown): void {
  const result = (test.result ??= { state: 'fail' });
  if (result.pending) return;
  result.state = 'fail';
  (result.errors ??= []).push(...errorsIn(thrown));
}

/** What is thrown may be anything, and may not want to be looked at. */
function errorsIn(thrown: unknown): readonly unknown[] {
  try {
    const all: unknown[] = Array.isArray(thrown) ? thrown : [thrown];
    const each = all.flatMap((one): unknown[] => (one instanceof AggregateError ? one.errors : [one]));
    return each.length === 0 ? [thrown] : each;
  } catch {
    return [thrown];
  }
}

/** Runs a test once, and notes everything that goes wrong in its result. */
export async function attempt(test: TestNode): Promise<void> {
  const context = contextOf(test);
  const guard = (work: () => Promise<unknown>): Promise<unknown> =>
    work().catch((thrown: unknown) => fail(test, thrown));
  const suites = ancestors(test);
  const errors = await surround({
    kind: 'aroundEach',
    hooks: suites.flatMap(({ hooks }) => hooks.aroundEach),
    call: (hook, runTest) => callAround({ hook, runTest, test, context }),
    async inside() {
      const made = countMade(context);
      const cleanups: Hook[] = [];
      await guard(() => runBody({ test, context, cleanups }));
      await guard(async () => {
        await runAfterEach(test, context);
        for (const cleanup of cleanups.toReversed()) await cleanup();
        await tearDownMade(context, made);
      });
      await runTestHooks(test, context);
    },
  });
  for (const error of errors) fail(test, error);
  await guard(() => tearDownMade(context));
}

interface Attempt {
  readonly test: TestNode;
  readonly context: TestContext;
  readonly cleanups: Hook[];
}

async function runBody({ test, context, cleanups }: Attempt): Promise<void> {
  tidyMocks();
  beginAssertions(test);
  for (const suite of ancestors(test)) await runBeforeEach(suite, { test, context, cleanups });
  const deadline = { timeoutMs: test.options.timeoutMs ?? settings.testTimeout, what: 'test' } as const;
  await timed(() => bodyWithFixtures(test, context), { ...deadline, onTimeout: (error) => abortSignal(test, error) })();
  checkAssertions(test);
  if (test.result?.state === 'run') test.result.state = 'pass';
}

async function bodyWithFixtures(test: TestNode, context: TestContext): Promise<void> {
  if (test.body === undefined) return;
  await makeFixtures(test.body, context, { fixtures: test.options.fixtures, suite: test.parent });
  await test.body(context);
  const settled = await Promise.allSettled(test.promises ?? []);
  const errors = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  if (errors.length > 0) throw errors;
}

async function runBeforeEach(suite: SuiteNode, { test, context, cleanups }: Attempt): Promise<void> {
  for (const hook of suite.hooks.beforeEach) {
    const cleanup = await callEach(hook, { suite, test, context });
    if (typeof cleanup === 'function') cleanups.push(timedHook(cleanup as Hook, { hook, test }));
  }
}

/** The inner hooks first, and of each suite the last one; what fails ends it. */
async function runAfterEach(test: TestNode, context: TestContext): Promise<void> {
  for (const suite of ancestors(test).toReversed()) {
    for (const hook of suite.hooks.afterEach.toReversed()) await callEach(hook, { suite, test, context });
  }
}

interface EachCall {
  readonly suite: SuiteNode;
  readonly test: TestNode;
  readonly context: TestContext;
}

function callEach(hook: TimedHook, { suite, test, context }: EachCall): unknown {
  const run = async (): Promise<unknown> => {
    await makeFixtures(hook.run, context, { fixtures: test.options.fixtures, suite });
    return hook.run(context, suite);
  };
  return timedHook(run, { hook, test })();
}

function timedHook(run: Hook, { hook, test }: { readonly hook: TimedHook; readonly test: TestNode }): Hook {
  return timed(run, {
    timeoutMs: hookTimeoutMs(hook),
    what: 'hook',
    onTimeout: (error) => abortSignal(test, error),
  });
}

interface AroundCall {
  readonly hook: TimedHook;
  readonly runTest: () => Promise<void>;
  readonly test: TestNode;
  readonly context: TestContext;
}

async function callAround({ hook, runTest, test, context }: AroundCall): Promise<unknown> {
  const asking = standsFor((inner: object) => hook.run(runTest, inner, test.parent), hook.run, 1);
  await makeFixtures(asking, context, { fixtures: test.options.fixtures, suite: test.parent });
  return asking(context);
}

/** Those that the test itself registered, the last first; each one runs. */
async function runTestHooks(test: TestNode, context: TestContext): Promise<void> {
  const runAll = async (hooks: readonly Hook[] = []): Promise<void> => {
    for (const hook of hooks.toReversed()) {
      try {
        await hook(context);
      } catch (thrown) {
        fail(test, thrown);
      }
    }
  };
  await runAll(test.onFinished);
  if (test.result?.state === 'fail') await runAll(test.onFailed);
  delete test.onFinished;
  delete test.onFailed;
}

export interface RepeatedHooks {
  readonly rerun: () => Promise<void>;
  /** Cleans up after the last run. */
  readonly end: () => Promise<void>;
}

/** For properties, whose every run but the first gets fresh hooks from here. */
export function repeatedHooks(test: TestNode): RepeatedHooks {
  const context = contextOf(test);
  const cleanups: Hook[] = [];
  const end = async (): Promise<void> => {
    for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
  };
  return {
    end,
    async rerun() {
      await runAfterEach(test, context);
      await end();
      for (const suite of ancestors(test)) await runBeforeEach(suite, { test, context, cleanups });
    },
  };
}
