import { expect, test } from 'vitest';
import { floats, isMinusZero, list, negate } from './solution';

test('minus zero', () => {
  expect(negate(0)).toBe(-0);
  expect(negate(0)).not.toBe(0);
  expect(isMinusZero(-0)).toBe(true);
  expect(isMinusZero(0)).toBe(false);
});
test('all', () => {
  const large = [5e-324, 1.7976931348623157e308, 9007199254740991, 0.30000000000000004];
  expect(list()).toStrictEqual([-0, 0, NaN, Infinity, -Infinity, ...large]);
});
test('floats', () => expect(floats()).toStrictEqual(Float32Array.of(-0, NaN, 1.5)));
