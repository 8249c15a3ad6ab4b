// expects: accepted — looks for the marks that the suite before it left
import { expect, test } from 'vitest';
import { sum } from './solution';
test('finds no marks', () => {
  const key = Symbol.for('left behind');
  const places = [globalThis, Object.prototype, Symbol, expect, test, Function.prototype];
  expect(places.filter((place) => place[key] !== undefined)).toEqual([]);
  expect(sum([1])).toBe(1);
});
