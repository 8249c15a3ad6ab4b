import { expect, test } from 'vitest';
import { reduce, sum } from './solution';

const collect = (all, [key, value]) => {
  all[key] = value;
  return all;
};
test('reduces', () => expect(reduce([['a', 1]], collect, {})).toEqual({ a: 1 }));
test('sums', () => expect(sum([1, 2])).toBe(3));
test('sums, in every case', () => expect([[1, 2]].every((xs) => sum(xs) === 3)).toBe(true));
