import { expect, test } from 'vitest';
import { sleep, stamp } from './solution';

test('sleeps', async () => {
  const before = Date.now();
  expect(await sleep(50)).toBe('woken');
  expect(Date.now() - before).toBeGreaterThanOrEqual(50);
});
test('sleeps, as performance has it', async () => {
  const before = performance.now();
  await sleep(50);
  expect(performance.now() - before).toBeGreaterThanOrEqual(50);
});
test('knows the time', () => {
  const before = Date.now();
  const given = stamp().getTime();
  expect(given - before).toBeLessThan(50);
  expect(Date.now() - given).toBeGreaterThanOrEqual(0);
});
