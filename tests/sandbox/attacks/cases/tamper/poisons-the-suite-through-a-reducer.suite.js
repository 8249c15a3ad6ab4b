import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reduce, sum } from './solution';

const collect = (all, [key, value]) => {
  all[key] = value;
  return all;
};
test('reduces', () => expect(reduce([['a', 1]], collect, {})).toEqual({ a: 1 }));
test('sums', () => expect(sum([1, 2])).toBe(3));
test('sums, always', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer()),
      (xs) =>
        Object.is(
          sum(xs),
          xs.reduce((a, b) => a + b, 0),
        ) !== false,
    ),
  );
});
