// expects: timeout|accepted — a suite that leaves timers, intervals and unsettled promises behind
import { expect, test } from 'vitest';
import { sum } from './solution';
test('sums', () => {
  setInterval(() => sum([1]), 1);
  setTimeout(() => {
    for (;;);
  }, 1e6);
  new Promise(() => {}).then(() => sum([1]));
  expect(sum([1, 2])).toBe(3);
});
