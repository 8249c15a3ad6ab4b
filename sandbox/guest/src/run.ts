/** Runs a collected tree, one test after another, with hooks, retries and virtual timeouts. */
import { clock } from './clock.ts';
import { beginAssertions, checkAssertions, expect } from './expect.ts';
import { bounded, messageOf } from './messages.ts';
import { counterexampleOf, type Counterexample } from './counterexample.ts';
import { ancestors, fullName, type Hook, type SuiteNode, type TestContext, type TestNode, testsOf } from './tree.ts';

export interface TestReport {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly message?: string;
  readonly counterexample?: Counterexample;
}

const maxName = 500;
/** Brands a test that skipped itself, by identity: nothing that a solution throws can pass for it. */
const skips = new WeakSet<object>();

export async function runSuite(suite: SuiteNode, reports: TestReport[]): Promise<void> {
  const cleanups: Hook[] = [];
  try {
    if (hasWork(suite)) await runBeforeAll(suite, cleanups);
  } catch (thrown) {
    for (const test of testsOf(suite)) reports.push(isRun(test) ? failed(test, [thrown]) : skipped(test));
    return;
  }
  for (const child of suite.children) {
    if (child.type === 'test') reports.push(isRun(child) ? await runTest(child) : skipped(child));
    else await runSuite(child, reports);
  }
  if (!hasWork(suite)) return;
  const afterAll = suite.hooks.afterAll.toReversed().map((hook) => timed(hook.run, hook.timeoutMs, 'Hook'));
  const errors = await runAll([...afterAll, ...cleanups.toReversed()]);
  if (errors.length > 0) {
    reports.push({
      name: bounded(`${fullName(suite)} (afterAll)`, maxName),
      outcome: 'failed',
      message: messageOf(errors[0]),
    });
  }
}

function hasWork(suite: SuiteNode): boolean {
  return testsOf(suite).some(isRun);
}

const isRun = (test: TestNode): boolean => test.mode === 'run';

async function runBeforeAll(suite: SuiteNode, cleanups: Hook[]): Promise<void> {
  for (const hook of suite.hooks.beforeAll) {
    const cleanup = await timed(hook.run, hook.timeoutMs, 'Hook')(suite);
    if (typeof cleanup === 'function') cleanups.push(cleanup as Hook);
  }
}

async function runTest(test: TestNode): Promise<TestReport> {
  const { retry = 0, repeats = 0, fails = false } = test.options;
  let errors: unknown[] = [];
  for (let repeat = 0; repeat <= repeats && errors.length === 0; repeat++) {
    for (let attempt = 0; attempt <= retry; attempt++) {
      errors = await attemptTest(test);
      if (errors.length === 0) break;
    }
  }
  if (errors.some((error) => typeof error === 'object' && error !== null && skips.has(error))) return skipped(test);
  if (!fails) return errors.length === 0 ? passed(test) : failed(test, errors);
  return errors.length > 0 ? passed(test) : failed(test, [new Error('Expect test to fail')]);
}

/** Runs a test once with its hooks, and gives everything that went wrong. */
async function attemptTest(test: TestNode): Promise<unknown[]> {
  test.result = { state: 'run', errors: [] };
  test.promises = [];
  test.onFinished = [];
  test.onFailed = [];
  beginAssertions(test);
  const context = contextOf(test);
  const cleanups: Hook[] = [];
  const errors: unknown[] = [];
  try {
    await runBeforeEach(test, context, cleanups);
    await timed(() => test.body?.(context), test.options.timeoutMs ?? 5000, 'Test')();
    await Promise.all(test.promises);
    checkAssertions();
  } catch (thrown) {
    errors.push(thrown);
  }
  errors.push(...(await runAll([...afterEachOf(test, context), ...cleanups.toReversed()])));
  errors.push(...(await runAll(test.onFinished.toReversed())));
  errors.push(...(test.result.errors ?? []));
  if (errors.length > 0) await runAll(test.onFailed);
  return errors;
}

async function runBeforeEach(test: TestNode, context: TestContext, cleanups: Hook[]): Promise<void> {
  for (const suite of ancestors(test)) {
    for (const hook of suite.hooks.beforeEach) {
      const cleanup = await timed(hook.run, hook.timeoutMs, 'Hook')(context, suite);
      if (typeof cleanup === 'function') cleanups.push(cleanup as Hook);
    }
  }
}

function afterEachOf(test: TestNode, context: TestContext): Hook[] {
  const suites = ancestors(test).toReversed();
  return suites.flatMap((suite) =>
    suite.hooks.afterEach.toReversed().map((hook) => () => timed(hook.run, hook.timeoutMs, 'Hook')(context, suite)),
  );
}

/** For properties, whose every run gets fresh hooks. */
export async function rerunEachHooks(test: TestNode): Promise<void> {
  const context = contextOf(test);
  const [error] = await runAll(afterEachOf(test, context));
  if (error !== undefined) throw error;
  await runBeforeEach(test, context, []);
}

async function runAll(hooks: readonly Hook[]): Promise<unknown[]> {
  const errors: unknown[] = [];
  for (const hook of hooks) {
    try {
      await hook();
    } catch (thrown) {
      errors.push(thrown);
    }
  }
  return errors;
}

let running: TestNode | undefined;
export const runningTest = (): TestNode | undefined => running;

function contextOf(test: TestNode): TestContext {
  running = test;
  return {
    task: { name: test.name },
    expect,
    skip: () => {
      const signal = new Error('skipped');
      skips.add(signal);
      throw signal;
    },
    onTestFinished: (hook) => test.onFinished?.push(hook),
    onTestFailed: (hook) => test.onFailed?.push(hook),
  };
}

/** Gives a function a deadline in virtual time: a promise that nothing will ever settle fails at once. */
function timed(run: Hook, timeoutMs: number, what: 'Test' | 'Hook'): Hook {
  return (...args) =>
    new Promise((resolve, reject) => {
      const expire = (): void => reject(new Error(`${what} timed out in ${timeoutMs}ms.`));
      const isBounded = timeoutMs > 0 && timeoutMs !== Number.POSITIVE_INFINITY;
      const timer = isBounded ? clock.set(expire, { ms: timeoutMs, repeat: false, internal: true }) : undefined;
      const settle = (done: (value: never) => void) => (value: unknown) => {
        clock.clear(timer);
        done(value as never);
      };
      new Promise((start) => start(run(...args))).then(settle(resolve), settle(reject));
    });
}

function passed(test: TestNode): TestReport {
  return { name: bounded(fullName(test), maxName), outcome: 'passed' };
}

function skipped(test: TestNode): TestReport {
  return { name: bounded(fullName(test), maxName), outcome: 'skipped' };
}

function failed(test: TestNode, errors: readonly unknown[]): TestReport {
  const counterexample = counterexampleOf(errors[0]);
  const report = { name: bounded(fullName(test), maxName), outcome: 'failed', message: messageOf(errors[0]) } as const;
  return counterexample === undefined ? report : { ...report, counterexample };
}
