import { expect, test } from 'vitest';
import { bare, countHoles, extra, holes, nothing, record } from './solution';

test('holes out', () => {
  expect(holes()).toStrictEqual([, 1, , undefined, ,]);
  expect(0 in holes()).toBe(false);
  expect(3 in holes()).toBe(true);
  expect(holes()).toHaveLength(5);
});
test('holes in', () => expect(countHoles([, 1, , undefined])).toBe(2));
test('undefined keys', () => {
  expect(record()).toStrictEqual({ a: undefined, b: null });
  expect(Object.keys(record())).toEqual(['a', 'b']);
});
test('null prototype', () => {
  expect(Object.getPrototypeOf(bare())).toBe(null);
  expect(Object.keys(bare())).toEqual(['a', '__proto__', 'constructor']);
});
test('nothing', () => expect(nothing()).toBeUndefined());
test('keys on arrays', () => expect(extra().input).toBe('x'));
