import { expect, test } from 'vitest';
import { bytes, count, index, range, text, total } from './solution';

test('array', () => {
  const xs = range(100_000);
  expect(xs).toHaveLength(100_000);
  expect(total(xs)).toBe(4_999_950_000);
});
test('text', () => {
  const long = text(1_000_000);
  expect(long).toHaveLength(1_000_000);
  expect(count(long)).toBe(500_000);
});
test('keys', () => expect(Object.keys(index(5000))).toHaveLength(5000));
test('bytes', () => expect(bytes(100_000)[511]).toBe(255));
