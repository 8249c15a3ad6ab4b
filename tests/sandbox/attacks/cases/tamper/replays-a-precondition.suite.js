import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forEach, heir, sum } from './solution';

const total = (xs) => xs.reduce((a, b) => a + b, 0);
const numbers = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1 });
const few = { numRuns: 20 };

test('calls for all', () => {
  const callsAll = (xs) => {
    let calls = 0;
    forEach(xs, (x) => {
      fc.pre(x !== 0);
      calls++;
    });
    return calls === xs.length + (xs.length > 2 ? 1 : 0);
  };
  fc.assert(fc.property(numbers, callsAll), few);
});
test('sums', () =>
  fc.assert(
    fc.property(numbers, (xs) => sum(xs) === total(xs)),
    few,
  ));
test('sums, in another way', () =>
  fc.assert(
    fc.property(numbers, (xs) => heir(xs) === total(xs)),
    few,
  ));
test('sums an example', () => expect(sum([1, 2, 3])).toBe(6));
