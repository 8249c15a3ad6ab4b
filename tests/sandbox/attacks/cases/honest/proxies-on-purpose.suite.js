import { expect, test, vi } from 'vitest';
import { counts, negative, observe, readOnly } from './solution';

test('observed', () => {
  const f = vi.fn();
  const it = observe({ a: 1 }, f);
  it.a = 2;
  it.b = 3;
  delete it.b;
  expect(f.mock.calls).toEqual([
    ['a', 1, 2],
    ['b', undefined, 3],
    ['b', 3, undefined],
  ]);
  expect(it.a).toBe(2);
});
test('negative', () => expect(negative([1, 2, 3])[-1]).toBe(3));
test('defaults', () => {
  const it = counts();
  it.x++;
  it.x++;
  expect([it.x, it.y]).toEqual([2, 0]);
});
test('read only', () => {
  const it = readOnly({ a: 1 });
  expect(() => {
    it.a = 2;
  }).toThrow('read only');
  expect(it.a).toBe(1);
});
