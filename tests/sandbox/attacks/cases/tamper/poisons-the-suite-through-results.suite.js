import { expect, test } from 'vitest';
import { clone, parts, sum } from './solution';

const yes = () => true;
test('a clone is its own', () => {
  const from = { is: 1 };
  const copy = clone(from);
  copy.is = yes;
  expect(copy).not.toBe(Object);
  expect(typeof copy).toBe('object');
});
test('parts', () => {
  const { list } = parts();
  list.every = yes;
  if (list.length !== 1) throw new Error('not one');
});
test('sums', () => expect(sum([1, 2])).toBe(3));
test('sums, in every case', () => expect([[1, 2]].every((xs) => sum(xs) === 3)).toBe(true));
