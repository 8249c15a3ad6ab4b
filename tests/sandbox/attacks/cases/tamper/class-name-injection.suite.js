import { expect, test } from 'vitest';
import { Adder, fail } from './solution';

test('adds', () => expect(new Adder().add(1, 2)).toBe(3));
test('adds, after an error', () => {
  expect(fail).toThrow();
  expect(new Adder().add(1, 2)).toBe(3);
});
test('is equal', () => {
  expect(`${new Adder().constructor.name}`.length).toBeGreaterThan(0);
  expect(Object.is(new Adder().add(2, 2), 4)).toBe(true);
});
