import { expect, test } from 'vitest';
import { byClosure, byMicrotask, byNextCall, byPromise, byTimer } from './solution';

const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
test.each([
  ['microtask', byMicrotask],
  ['promise', byPromise],
  ['timer', byTimer],
])('by a %s', async (_, count) => {
  const xs = [1, 2, 3];
  expect(count(xs)).toBe(3);
  await after(20);
  expect(xs).toEqual([1, 2, 3]);
});
test('by a microtask, soon', async () => {
  const xs = [1, 2, 3];
  expect(byMicrotask(xs)).toBe(3);
  await null;
  await null;
  await null;
  expect(xs).toEqual([1, 2, 3]);
});
test('by the next call', () => {
  const xs = [1];
  byNextCall(xs);
  byNextCall([2]);
  expect(xs).toEqual([1]);
});
test('by a closure', () => {
  const xs = [1, 2];
  const f = byClosure(xs);
  f();
  expect(xs).toEqual([1, 2]);
});
