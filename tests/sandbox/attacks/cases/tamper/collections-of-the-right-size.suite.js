import { expect, test } from 'vitest';
import { bag, index, shadowed, unique } from './solution';

test('a set', () => expect(unique([1, 2])).toEqual(new Set([1, 2])));
test('a set, strictly', () => expect(unique([1, 2])).toStrictEqual(new Set([1, 2])));
test('a map', () =>
  expect(index(['a', 'b'])).toEqual(
    new Map([
      ['a', 1],
      ['b', 1],
    ]),
  ));
test('an heir', () => expect([...bag([5, 6])].length).toBe(2));
test('shadowed', () => expect(shadowed([5, 6])).toEqual(new Set([5, 6])));
