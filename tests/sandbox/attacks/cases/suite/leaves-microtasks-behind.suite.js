// expects: timeout|memory|accepted — a suite whose promises never come to rest
import { expect, test } from 'vitest';
import { sum } from './solution';
const chain = () => Promise.resolve().then(chain);
test('sums', () => {
  expect(sum([1, 2])).toBe(3);
  chain();
});
