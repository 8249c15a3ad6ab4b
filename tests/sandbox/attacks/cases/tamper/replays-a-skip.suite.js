import { expect, test } from 'vitest';
import { forEach, sum } from './solution';

test('each', () => {
  let calls = 0;
  forEach([1, 2], () => calls++);
  expect(calls).toBe(2);
});
test('not here', (context) => forEach([1], () => context.skip()));
test('sums', () => expect(sum([1, 2])).toBe(3));
test('sums more', () => expect(sum([1, 2, 3])).toBe(6));
