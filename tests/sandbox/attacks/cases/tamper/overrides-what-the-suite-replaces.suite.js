import { afterEach, expect, test, vi } from 'vitest';
import { log, now, roll, wait } from './solution';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});
test('dice', () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  expect(roll()).toBe(0.5);
});
test('clock', () => {
  vi.useFakeTimers({ now: 5000 });
  expect(now()).toBe(5000);
});
test('timer', () => {
  vi.useFakeTimers();
  const f = vi.fn();
  wait(f);
  expect(f).not.toHaveBeenCalled();
});
test('print', () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  log('x');
  expect(said).toHaveBeenCalledWith('x');
});
