import { expect, test } from 'vitest';
import { sort } from './solution';

test('gives the sorted array', () => expect(sort([3, 1, 2])).toEqual([1, 2, 3]));
test('sorts in place', () => {
  const xs = [3, 1, 2];
  sort(xs);
  expect(xs).toEqual([1, 2, 3]);
});
test('sorts inside an object', () => {
  const record = { xs: [2, 1] };
  sort(record.xs);
  expect(record).toEqual({ xs: [1, 2] });
});
