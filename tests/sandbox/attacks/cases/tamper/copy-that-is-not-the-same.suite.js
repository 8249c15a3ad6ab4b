import { expect, test } from 'vitest';
import { Builder, first, identity, memo, wrap } from './solution';

test('identity', () => {
  const value = { a: 1 };
  expect(identity(value)).toBe(value);
});
test('identity of an array', () => {
  const value = [1];
  expect(identity(value)).toBe(value);
});
test('memo', () => expect(memo()).toBe(memo()));
test('first', () => {
  const xs = [{ a: 1 }];
  expect(first(xs)).toBe(xs[0]);
});
test('chain', () => {
  const builder = new Builder();
  expect(builder.add()).toBe(builder);
});
test('function', () => {
  const f = () => 1;
  expect(wrap(f)).toBe(f);
});
