import { afterEach, expect, test, vi } from 'vitest';
import { debounce, elapsed, every, order, retry, sleep, withTimeout } from './solution';

afterEach(() => vi.useRealTimers());
test('sleep', async () => expect(await sleep(50, { a: 1 })).toEqual({ a: 1 }));
test('timeout', async () => {
  await expect(withTimeout(sleep(100), 10)).rejects.toThrow('timed out');
  await expect(withTimeout(sleep(10, 1), 100)).resolves.toBe(1);
});
test('retry', async () => {
  const f = vi.fn(async (i) => {
    if (i < 3) throw new Error(`attempt ${i}`);
    return i;
  });
  expect(await retry(f, { attempts: 5, delayMs: 100 })).toBe(3);
  await expect(retry(f.mockRejectedValue(new Error('always')), { attempts: 2, delayMs: 1 })).rejects.toThrow('always');
});
test('debounce, under fake timers', () => {
  vi.useFakeTimers();
  const f = vi.fn();
  const it = { f: debounce(f, 100) };
  it.f(1);
  vi.advanceTimersByTime(99);
  it.f(2);
  vi.advanceTimersByTime(99);
  expect(f).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(f).toHaveBeenCalledExactlyOnceWith(2);
  expect(f.mock.contexts[0]).toBe(it);
});
test('interval, under fake timers', async () => {
  vi.useFakeTimers();
  let calls = 0;
  const stop = every(() => calls++, 10);
  await vi.advanceTimersByTimeAsync(35);
  stop();
  vi.advanceTimersByTime(100);
  expect(calls).toBe(3);
});
test('order', async () => expect(await order()).toEqual(['now', 'microtask', 'promise', 'timer']));
test('elapsed', async () => {
  const ms = await elapsed(250);
  expect(ms).toBeGreaterThanOrEqual(249);
  expect(ms).toBeLessThan(350);
});
