import { expect, test } from 'vitest';
import { reduce, stats } from './solution';

test('reduces', () => {
  const collect = (all, [key, value]) => {
    all[key] = value;
    return all;
  };
  expect(reduce([['a', 1]], collect, {})).toEqual({ a: 1 });
});
test('sums', () => expect(stats([1, 2])).toStrictEqual({ sum: 3 }));
test('sums, as a property', () => expect(stats([1, 2]).sum).toBe(3));
test('sums, in part', () => expect(stats([1, 2])).toMatchObject({ sum: 3 }));
