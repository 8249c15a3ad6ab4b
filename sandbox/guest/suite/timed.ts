/** Deadlines in virtual time: a promise that nothing will ever settle fails at once. */
import { clock } from './clock.ts';
import type { Hook } from './tree.ts';

class TestTimeoutError extends Error {
  override name = 'TestTimeoutError';
}

class HookTimeoutError extends Error {
  override name = 'HookTimeoutError';
}

export interface Deadline {
  readonly timeoutMs: number;
  /** What runs out of time, or the error for it. */
  readonly what: 'test' | 'hook' | ((timeoutMs: number) => Error);
  /** Told of the error before anybody else is. */
  readonly onTimeout?: (error: Error) => void;
}

/** A function that is given up after a time; nothing and infinity are no limit. */
export function timed(run: Hook, { timeoutMs, what, onTimeout }: Deadline): Hook {
  if (!(timeoutMs > 0) || timeoutMs === Number.POSITIVE_INFINITY) return async (...args) => run(...args);
  return (...args) =>
    new Promise((resolve, reject) => {
      const expire = (): void => {
        const error = timeoutError(what, timeoutMs);
        onTimeout?.(error);
        reject(error);
      };
      const timer = clock.set(expire, { ms: timeoutMs, repeat: false, internal: true });
      const settle = (done: (value: never) => void) => (value: unknown) => {
        clock.clear(timer);
        done(value as never);
      };
      new Promise((start) => start(run(...args))).then(settle(resolve), settle(reject));
    });
}

function timeoutError(what: Deadline['what'], timeoutMs: number): Error {
  if (typeof what === 'function') return what(timeoutMs);
  return what === 'test'
    ? new TestTimeoutError(`Test timed out in ${timeoutMs}ms.`)
    : new HookTimeoutError(`Hook timed out in ${timeoutMs}ms.`);
}
