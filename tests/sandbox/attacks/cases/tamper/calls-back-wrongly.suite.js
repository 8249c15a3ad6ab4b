import { expect, test, vi } from 'vitest';
import { apply, bound, construct, forEach, never, once, order } from './solution';

test('once', () => {
  const f = vi.fn();
  const g = once(f);
  g();
  g();
  expect(f).toHaveBeenCalledTimes(1);
});
test('only the element', () => {
  const f = vi.fn();
  forEach([1], f);
  expect(f).toHaveBeenCalledWith(1);
});
test('no argument', () => {
  const f = vi.fn();
  apply(f);
  expect(f.mock.calls[0]).toHaveLength(0);
});
test('its this', () => {
  const it = { n: 1, get: bound(() => 0) };
  it.get = bound(function () {
    return this?.n;
  });
  expect(it.get()).toBe(1);
});
test('in order', () => {
  const seen = [];
  order((x) => seen.push(x));
  expect(seen).toEqual(['a', 'b']);
});
test('at all', () => {
  const f = vi.fn();
  never(f);
  expect(f).toHaveBeenCalled();
});
test('an instance', () => {
  class Point {}
  expect(Object.hasOwn(construct(Point), 'constructor')).toBe(false);
});
