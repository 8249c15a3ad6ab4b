import { expect, test } from 'vitest';
import * as s from './solution';

test('an array', () => {
  const xs = [3, 1, 2];
  expect(s.sorted(xs)).toEqual([1, 2, 3]);
  expect(xs).toEqual([3, 1, 2]);
});
test('a nested object', () => {
  const user = { profile: { name: 'old' } };
  s.rename(user);
  expect(user.profile.name).toBe('old');
});
test('a key', () => {
  const record = { a: 1, b: 2 };
  expect(s.without(record, 'a')).toEqual({ b: 2 });
  expect(record).toEqual({ a: 1, b: 2 });
});
test('a map', () => {
  const map = new Map([[1, 2]]);
  s.drain(map);
  expect(map.size).toBe(1);
});
test('a set', () => {
  const set = new Set([1]);
  s.union(set, new Set([2]));
  expect(set).toEqual(new Set([1]));
});
test('a date', () => {
  const date = new Date(0);
  s.nextDay(date);
  expect(date.getTime()).toBe(0);
});
test('a typed array', () => {
  const bytes = Uint8Array.of(1, 2);
  s.doubled(bytes);
  expect([...bytes]).toEqual([1, 2]);
});
test('its length', () => {
  const xs = [1, 2];
  expect(s.total(xs)).toBe(3);
  expect(xs).toHaveLength(2);
});
test('its frozenness', () => {
  const value = { a: 1 };
  s.freeze(value);
  expect(Object.isFrozen(value)).toBe(false);
});
test('its symbols', () => {
  const value = { a: 1 };
  s.label(value);
  expect(value).toStrictEqual({ a: 1 });
});
test('after a while', async () => {
  const xs = [1, 2];
  expect(await s.totalLater(xs)).toBe(3);
  expect(xs).toEqual([1, 2]);
});
test('while it yields', () => {
  const xs = [1, 2];
  expect([...s.taken(xs)]).toEqual([1, 2]);
  expect(xs).toEqual([1, 2]);
});
