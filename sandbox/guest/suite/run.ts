/** Runs a collected tree, one test after another, with hooks, retries and virtual timeouts. */
import { surround } from './around.ts';
import { attempt, fail } from './attempt.ts';
import { bail } from './bail.ts';
import { wait } from './clock.ts';
import { contextOf, freshSignal, setRunningTest } from './context.ts';
import { endAssertions } from './expect.ts';
import { makeFixtures, tearDownShared } from './made-fixtures.ts';
import { failed, failedAfterAll, passed, skipped, type TestReport } from './report.ts';
import { settings } from './settings.ts';
import { timed } from './timed.ts';
import {
  type Hook,
  hookTimeoutMs,
  type Result,
  type RetryOptions,
  type SuiteNode,
  type TestNode,
  testsOf,
  type TimedHook,
} from './tree.ts';
import { standsFor } from './used-names.ts';

export type { TestReport } from './report.ts';

const isRun = (test: TestNode): boolean => test.mode === 'run';

/** Runs all tests of a suite, and adds a report for each. */
export async function runSuite(suite: SuiteNode, reports: TestReport[]): Promise<void> {
  const begin = reports.length;
  if (![...testsOf(suite)].some(isRun)) {
    reports.push(...[...testsOf(suite)].map(skipped));
    return;
  }
  const late: unknown[] = [];
  const errors = await surround({
    kind: 'aroundAll',
    hooks: suite.hooks.aroundAll,
    call: (hook, runInside) => callSuiteHook(hook, { suite, kind: 'aroundAll', before: [runInside] }),
    inside: async () => void late.push(...(await runInside(suite, reports))),
  });
  const [error] = [...late, ...errors];
  if (reports.length === begin) reports.push(...blameAll(suite, error));
  else if (late.length + errors.length > 0) reports.push(failedAfterAll(suite, error));
}

/** Gives what went wrong after the tests. */
async function runInside(suite: SuiteNode, reports: TestReport[]): Promise<unknown[]> {
  const cleanups: Hook[] = [];
  const failure = await runBeforeAll(suite, cleanups);
  if (failure === undefined) await runChildren(suite, reports);
  else reports.push(...blameAll(suite, failure.thrown));
  try {
    for (const hook of suite.hooks.afterAll.toReversed()) await timedSuiteHook(hook, suite, 'afterAll');
    for (const cleanup of cleanups.toReversed()) await cleanup();
    if (suite.parent === undefined) await tearDownShared();
    return [];
  } catch (thrown) {
    return [thrown];
  }
}

/** Where what comes before all tests fails, none runs, and each has failed for that reason. */
function blameAll(suite: SuiteNode, reason: unknown): TestReport[] {
  return [...testsOf(suite)].map((test) => (isRun(test) ? failed(test, reason) : skipped(test)));
}

/** Gives what went wrong, if anything did. */
async function runBeforeAll(suite: SuiteNode, cleanups: Hook[]): Promise<{ readonly thrown: unknown } | undefined> {
  try {
    for (const hook of suite.hooks.beforeAll) {
      const cleanup = await timedSuiteHook(hook, suite, 'beforeAll');
      if (typeof cleanup !== 'function') continue;
      cleanups.push(timed(cleanup as Hook, { timeoutMs: hookTimeoutMs(hook), what: 'hook' }));
    }
    return undefined;
  } catch (thrown) {
    return { thrown };
  }
}

async function runChildren(suite: SuiteNode, reports: TestReport[]): Promise<void> {
  for (const child of suite.tasks) {
    if (bail.hasFailed) return;
    if (child.type === 'suite') await runSuite(child, reports);
    else reports.push(isRun(child) ? await runTest(child) : skipped(child));
  }
}

type SuiteHookKind = 'beforeAll' | 'afterAll' | 'aroundAll';

function timedSuiteHook(hook: TimedHook, suite: SuiteNode, kind: SuiteHookKind): unknown {
  const run = (): unknown => callSuiteHook(hook, { suite, kind, before: [] });
  return timed(run, { timeoutMs: hookTimeoutMs(hook), what: 'hook' })();
}

interface SuiteHookCall {
  readonly suite: SuiteNode;
  readonly kind: SuiteHookKind;
  /** What the hook is given before its context. */
  readonly before: readonly unknown[];
}

async function callSuiteHook(hook: TimedHook, { suite, kind, before }: SuiteHookCall): Promise<unknown> {
  const context = {};
  const asking = standsFor((inner: object) => hook.run(...before, inner, suite), hook.run, before.length);
  await makeFixtures(asking, context, { fixtures: hook.fixtures, suite, suiteHook: kind });
  return asking(context);
}

/** Tries a test as often as it asks for; the first error of all tries is the one that is told. */
async function runTest(test: TestNode): Promise<TestReport> {
  contextOf(test);
  const result: Result = { state: 'run', retryCount: 0 };
  test.result = result;
  setRunningTest(test);
  let hasFailed = false;
  for (let repeat = 0; repeat <= (test.repeats ?? 0) && !result.pending; repeat++) {
    result.repeatCount = repeat;
    await tryTest(test, result);
    hasFailed ||= result.state === 'fail';
  }
  setRunningTest(undefined);
  endAssertions();
  if (result.pending) return skipped(test);
  return hasFailed ? failed(test, result.errors?.[0]) : passed(test);
}

async function tryTest(test: TestNode, result: Result): Promise<void> {
  const retry = test.retry ?? settings.retry;
  const { count = 0, delay = 0, condition } = typeof retry === 'number' ? { count: retry } : retry;
  for (let retried = 0; retried <= count; retried++) {
    Object.assign(result, { state: 'run' } satisfies Pick<Result, 'state'>);
    result.retryCount = retried;
    test.promises = [];
    const known = result.errors?.length ?? 0;
    await attempt(test);
    if (result.pending) return;
    if (test.fails) turnRound(test, result, known);
    if (result.state === 'pass') return;
    if (!meets(result.errors?.at(-1), condition)) return;
    if (delay > 0 && retried < count) await wait(delay);
    freshSignal(test);
  }
}

/** Whether a failure is of the kind that is tried again. */
function meets(error: unknown, condition: RetryOptions['condition']): boolean {
  if (condition === undefined) return true;
  try {
    return typeof condition === 'function' ? condition(error) : condition.test((error as Error).message);
  } catch {
    return false;
  }
}

/** A test that is to fail passes when it does. */
function turnRound(test: TestNode, result: Result, known: number): void {
  if (result.state === 'pass') return fail(test, new Error('Expect test to fail'));
  result.state = 'pass';
  result.errors?.splice(known);
}
