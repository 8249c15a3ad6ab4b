import { expect, test, vi } from 'vitest';
import { argumentCount, compose, counter, curry, describeIt, flip, memoize, once } from './solution';

test('counter', () => {
  const [a, b] = [counter(), counter(10)];
  a.up();
  b.down();
  expect([a.up(), a.get(), b.get()]).toEqual([2, 2, 9]);
});
test('curry', () => {
  const add = curry((a, b, c) => a + b + c);
  expect([add(1)(2)(3), add(1, 2)(3), add(1)(2, 3)]).toEqual([6, 6, 6]);
});
test('compose', () =>
  expect(
    compose(
      (x) => x + 1,
      (x) => x * 2,
    )(5),
  ).toBe(11));
test('once', () => {
  const f = vi.fn(function () {
    return this;
  });
  const it = { f: once(f) };
  expect(it.f(1)).toBe(it);
  expect(it.f(2)).toBe(it);
  expect(f).toHaveBeenCalledExactlyOnceWith(1);
});
test('memoize', () => {
  const f = vi.fn((x) => ({ x }));
  const memo = memoize(f);
  expect(memo(1)).toBe(memo(1));
  expect(f).toHaveBeenCalledTimes(1);
  expect(memo.cache.size).toBe(1);
  expect(memo.cache.get(1)).toBe(memo(1));
});
test('flip', () => expect(flip((a, b) => [a, b])(1, 2)).toEqual([2, 1]));
test('names and lengths', () => {
  const named = (a, b) => a + b;
  expect(describeIt(named)).toBe('named/2');
  expect([curry.name, curry.length]).toEqual(['curry', 1]);
});
test('arguments', () => {
  expect([argumentCount(), argumentCount(undefined), argumentCount(1, undefined)]).toEqual([0, 1, 2]);
});
