/** `vi.waitFor` and `vi.waitUntil`: a condition is tried again and again, in virtual time. */
import { clock, wait } from './clock.ts';
import { fakeTimers, moves } from './fake-timers.ts';

export interface WaitOptions {
  readonly interval?: number;
  readonly timeout?: number;
  readonly message?: string;
}

const defaultIntervalMs = 50;
const defaultTimeoutMs = 1000;
/** Stands for the time being up. */
const expired = Symbol('expired');

/** Settles as a promise does, or gives `expired` once the time is up. */
type InTime = <T>(promise: PromiseLike<T>) => Promise<T | typeof expired>;

/** Gives a task its time, and takes the timer away when the task is done. */
export async function inTime<T>(timeoutMs: number, task: (within: InTime) => Promise<T>): Promise<T> {
  let timer: number | undefined;
  const end = new Promise<typeof expired>((resolve) => {
    timer = clock.set(() => resolve(expired), { ms: timeoutMs, repeat: false, internal: true });
  });
  try {
    return await task((promise) => Promise.race([promise, end]));
  } finally {
    clock.clear(timer);
  }
}

export const isExpired = (value: unknown): boolean => value === expired;

/** Time that passes between two tries; fake time passes with it. */
export async function nextTry(intervalMs: number, within: InTime): Promise<boolean> {
  return !isExpired(await within(wait(intervalMs)));
}

function read(
  options: WaitOptions | number = {},
): Required<Omit<WaitOptions, 'message'>> & { readonly message: string } {
  const {
    interval = defaultIntervalMs,
    timeout = defaultTimeoutMs,
    message = '',
  } = typeof options === 'number' ? { timeout: options } : options;
  return { interval, timeout, message };
}

/** With the words that the suite gave put before its own. */
function titled(error: unknown, message: string): unknown {
  if (message !== '' && error instanceof Error) error.message = `${message}: ${error.message}`;
  return error;
}

export function advanceFakeTime(ms: number): void {
  if (fakeTimers.isOn()) fakeTimers.run(moves.advanceTimersByTime(ms));
}

/** Waits until a callback no longer throws, and gives what it returned. */
export function waitFor(callback: () => unknown, options?: WaitOptions | number): Promise<unknown> {
  const { interval, timeout, message } = read(options);
  return inTime(timeout, async (within) => {
    let last: { readonly thrown: unknown } | undefined;
    do {
      advanceFakeTime(interval);
      try {
        const result = await within(Promise.resolve(callback()));
        if (!isExpired(result)) return result;
        break;
      } catch (thrown) {
        last = { thrown };
      }
    } while (await nextTry(interval, within));
    throw titled(last === undefined ? new Error('Timed out in waitFor!') : last.thrown, message);
  });
}

/** Waits until a callback gives something truthy; what it throws ends the waiting. */
export function waitUntil(callback: () => unknown, options?: WaitOptions | number): Promise<unknown> {
  const { interval, timeout, message } = read(options);
  return inTime(timeout, async (within) => {
    do {
      advanceFakeTime(interval);
      const result = await attempt(callback, message, within);
      if (isExpired(result)) break;
      if (result) return result;
    } while (await nextTry(interval, within));
    throw titled(new Error('Timed out in waitUntil!'), message);
  });
}

async function attempt(callback: () => unknown, message: string, within: InTime): Promise<unknown> {
  try {
    return await within(Promise.resolve(callback()));
  } catch (thrown) {
    throw titled(thrown, message);
  }
}
