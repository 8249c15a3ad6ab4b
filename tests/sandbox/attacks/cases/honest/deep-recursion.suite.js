import { expect, test } from 'vitest';
import { depth, isEven, lengthOf, nest } from './solution';

test('plain', () => expect(depth(5000)).toBe(5000));
test('mutual', () => expect(isEven(4000)).toBe(true));
test('nested data, out and in', () => {
  const list = nest(500);
  expect(list.next.next.value).toBe(497);
  expect(lengthOf(list)).toBe(500);
});
