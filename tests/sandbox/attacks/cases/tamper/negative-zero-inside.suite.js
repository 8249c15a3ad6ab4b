import { expect, test } from 'vitest';
import { floats, later, list, map, plain, record, use, yields } from './solution';

test('plain', () => expect(plain()).toBe(0));
test('in an object', () => expect(record()).toEqual({ zero: 0 }));
test('in an array', () => expect(list()).toEqual([0]));
test('in a map', () => expect(map()).toEqual(new Map([['a', 0]])));
test('in a typed array', () => expect(Object.is(floats()[0], 0)).toBe(true));
test('promised', async () => expect(await later()).toBe(0));
test('yielded', () => expect([...yields()]).toEqual([0]));
test('handed to a callback', () => expect(use((x) => Object.is(x, 0))).toBe(true));
