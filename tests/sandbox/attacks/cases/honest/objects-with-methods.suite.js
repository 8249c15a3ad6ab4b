import { expect, test } from 'vitest';
import { account, counter, locked, point, withDefaults } from './solution';

test('this', () => {
  const it = counter();
  expect(it.up().up()).toBe(it);
  expect(it.n).toBe(2);
  it.step = 10;
  it.up();
  expect([it.n, it.double]).toEqual([12, 24]);
  it.double = 2;
  expect(it.n).toBe(1);
});
test('two of them', () => {
  const [a, b] = [counter(), counter()];
  a.up();
  expect([a.n, b.n]).toEqual([1, 0]);
});
test('closures', () => {
  const it = account(10);
  it.deposit(5);
  expect(it.balance()).toBe(15);
  expect(it.log).toEqual([['deposit', 5]]);
});
test('prototypes and descriptors', () => {
  const it = withDefaults({ retries: 5 });
  expect(it.retries).toBe(5);
  expect(it.describe()).toBe('inherited');
  expect(Object.keys(it)).toEqual(['retries']);
  expect(() => {
    locked().fixed = 2;
  }).toThrow(TypeError);
});
test('conversions', () => {
  expect(`${point(1, 2)}`).toBe('(1, 2)');
  expect(point(1, 2) + 0).toBe(3);
  expect(JSON.stringify([point(1, 2)])).toBe('[[1,2]]');
});
