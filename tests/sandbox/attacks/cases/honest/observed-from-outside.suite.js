import { afterEach, expect, test, vi } from 'vitest';
import { load, log, now, roll, setting, today } from './solution';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
test('console', () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  const failed = vi.spyOn(console, 'error').mockImplementation(() => {});
  log('a');
  expect(said).toHaveBeenCalledWith('saying', 'a');
  expect(failed.mock.calls).toEqual([['failing', { text: 'a' }]]);
});
test('dice', () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.99);
  expect(roll()).toBe(6);
  vi.restoreAllMocks();
  expect(roll()).toBeGreaterThan(0);
});
test('the date', () => {
  vi.useFakeTimers();
  vi.setSystemTime(new Date('2024-02-29T12:00:00Z'));
  expect(today()).toBe('2024-02-29');
});
test('the clock', () => {
  vi.spyOn(Date, 'now').mockReturnValue(5);
  expect(now()).toBe(5);
});
test('a global', async () => {
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url) => ({ json: async () => ({ name: `from ${url}` }) })),
  );
  expect(await load('/x')).toBe('from /x');
  vi.stubGlobal('SETTING', 'set');
  expect(setting()).toBe('set');
});
