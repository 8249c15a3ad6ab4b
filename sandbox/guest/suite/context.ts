/** What a test function receives, and the functions that find the test that is running. */
import { expectOf } from './expect.ts';
import { keepSignal } from './guards.ts';
import { Signal } from './signal.ts';
import { timed } from './timed.ts';
import { type Hook, hookTimeoutMs, type TestContext, type TestNode } from './tree.ts';

let running: TestNode | undefined;
export const runningTest = (): TestNode | undefined => running;

export function setRunningTest(test: TestNode | undefined): void {
  running = test;
}

class PendingError extends Error {
  override name = 'PendingError';
}

/** The context of a test, the same for all its attempts and hooks. */
export function contextOf(test: TestNode): TestContext {
  test.context ??= createContext(test);
  return test.context;
}

function createContext(test: TestNode): TestContext {
  const context: TestContext = {
    task: test,
    signal: new Signal(),
    get expect() {
      return expectOf(test);
    },
    skip(condition) {
      if (condition === false) return;
      test.result ??= { state: 'skip' };
      test.result.pending = true;
      const signal = new PendingError('test is skipped; abort execution');
      keepSignal(signal);
      throw signal;
    },
    async annotate(message, type) {
      const annotation = { message, type: typeof type === 'string' ? type : 'notice' };
      test.annotations.push(annotation);
      return annotation;
    },
    onTestFinished: (hook, timeoutMs) => addTestHook(test, { kind: 'onFinished', hook, timeoutMs }),
    onTestFailed: (hook, timeoutMs) => addTestHook(test, { kind: 'onFailed', hook, timeoutMs }),
  };
  return context;
}

export function freshSignal(test: TestNode): void {
  contextOf(test).signal = new Signal();
}

/** Tells what a test started that its time is over. */
export function abortSignal(test: TestNode, error: Error): void {
  const { signal } = contextOf(test);
  if (signal instanceof Signal) Signal.abort(signal, error);
}

interface TestHook {
  readonly kind: 'onFinished' | 'onFailed';
  readonly hook: Hook;
  readonly timeoutMs: number | undefined;
}

function addTestHook(test: TestNode, { kind, hook, timeoutMs }: TestHook): void {
  (test[kind] ??= []).push(timed(hook, { timeoutMs: hookTimeoutMs({ timeoutMs }), what: 'hook' }));
}

/** `onTestFinished` and `onTestFailed` as functions of their own. */
export function testHook(name: 'onTestFinished' | 'onTestFailed') {
  return (hook: Hook, timeoutMs?: number): void => {
    if (running === undefined) throw new Error(`Hook ${name}() can only be called inside a test`);
    const kind = name === 'onTestFinished' ? 'onFinished' : 'onFailed';
    addTestHook(running, { kind, hook, timeoutMs });
  };
}
