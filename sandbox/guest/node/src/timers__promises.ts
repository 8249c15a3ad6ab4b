import { nodeError } from './lib/node-error.ts';

interface Signal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(name: 'abort', listener: () => void, options: { once: boolean }): void;
  removeEventListener(name: 'abort', listener: () => void): void;
}
interface Options {
  readonly signal?: Signal;
}
type Start = (done: () => void) => () => void;

/** A refusal if the signal has aborted; it may do so while others run. */
function throwIfAborted(signal: Signal | undefined): void {
  if (signal?.aborted === true) throw abortError(signal);
}

function abortError(signal: Signal): Error {
  const error = nodeError(Error, 'ABORT_ERR', 'The operation was aborted');
  return Object.assign(error, { name: 'AbortError', cause: signal.reason });
}

/** A promise of a value, kept when the started timer fires and broken when the signal aborts. */
function timed<T>(start: Start, value: T, signal: Signal | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(abortError(signal));
      return;
    }
    const abort = (): void => {
      cancel();
      if (signal !== undefined) reject(abortError(signal));
    };
    const cancel = start(() => {
      signal?.removeEventListener('abort', abort);
      resolve(value);
    });
    signal?.addEventListener('abort', abort, { once: true });
  });
}

function delay<T>(ms?: number, value?: T, { signal }: Options = {}): Promise<T | undefined> {
  const start: Start = (done) => {
    const timer = setTimeout(done, ms);
    return () => clearTimeout(timer);
  };
  return timed(start, value, signal);
}

function immediate<T>(value?: T, { signal }: Options = {}): Promise<T | undefined> {
  const start: Start = (done) => {
    const timer = setImmediate(done);
    return () => clearImmediate(timer);
  };
  return timed(start, value, signal);
}

async function* interval<T>(ms?: number, value?: T, { signal }: Options = {}): AsyncGenerator<T | undefined, void> {
  throwIfAborted(signal);
  let due = 0;
  let wake = (): void => undefined;
  const timer = setInterval(() => {
    due += 1;
    wake();
  }, ms);
  const abort = (): void => wake();
  signal?.addEventListener('abort', abort, { once: true });
  try {
    for (;;) {
      if (due === 0) await new Promise<void>((resolve) => (wake = resolve));
      throwIfAborted(signal);
      for (; due > 0; due -= 1) yield value;
    }
  } finally {
    clearInterval(timer);
    signal?.removeEventListener('abort', abort);
  }
}

const scheduler = {
  wait: (ms: number, options?: Options): Promise<undefined> => delay(ms, undefined, options),
  yield: (): Promise<undefined> => immediate(undefined),
};

export default { setTimeout: delay, setImmediate: immediate, setInterval: interval, scheduler } as unknown;
