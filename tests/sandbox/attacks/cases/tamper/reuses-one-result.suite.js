import { expect, test } from 'vitest';
import { count, range } from './solution';

test('an earlier array stays', () => {
  const first = range(3);
  range(1);
  expect(first).toEqual([0, 1, 2]);
});
test('results are not the same', () => expect(range(2)).not.toBe(range(2)));
test('an earlier object stays', () => {
  const first = count('a');
  count('b');
  expect(first).toEqual({ a: 1 });
});
