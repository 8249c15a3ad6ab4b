import { expect, test, vi } from 'vitest';
import { each, fail, numbers, pair, record, Stack, table, unique } from './solution';

test('an array', () => expect(pair()).toEqual([1, 2]));
test('an array, strictly', () => expect(pair()).toStrictEqual([1, 2]));
test('an object', () => expect(record()).toEqual({ total: 3, count: 2 }));
test('part of an object', () => expect(record()).toMatchObject({ total: 3 }));
test('a property', () => expect(record()).toHaveProperty('total', 3));
test('a map', () => expect(table()).toEqual(new Map([['a', 1]])));
test('a set', () => expect(unique()).toEqual(new Set([1])));
test('a generator', () => expect([...numbers()]).toEqual([1, 2]));
test('elements', () => expect(pair()).toContainEqual(7));
test('one of', () => expect([1, 2]).toContainEqual(pair()[0]));
test('arguments of a callback', () => {
  const use = vi.fn();
  each([1], use);
  expect(use).toHaveBeenCalledWith(1);
});
test('an error', () => {
  let thrown;
  try {
    fail();
  } catch (error) {
    thrown = error;
  }
  expect({ detail: thrown.detail }).toEqual({ detail: 'why' });
});
test('a field', () => expect(new Stack().top).toEqual(1));
test('a method', () => expect(new Stack().items()).toEqual([1]));
