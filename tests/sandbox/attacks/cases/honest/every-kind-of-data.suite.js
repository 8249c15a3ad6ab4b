import { expect, test } from 'vitest';
import { echo, kinds, sign } from './solution';

test('bigint', () => expect(kinds().bigint).toEqual([18446744073709551616n, -1n]));
test('map', () => {
  const [[key, value], [nan, zero]] = kinds().map;
  expect([key, value, nan, zero]).toStrictEqual([{ key: 1 }, new Set([1, [2]]), NaN, -0]);
});
test('dates', () => {
  expect(kinds().date).toEqual(new Date(8.64e15));
  expect(kinds().invalid.getTime()).toBe(NaN);
});
test('pattern', () => {
  expect(kinds().pattern).toEqual(/(?<year>\d{4})\/"\u2028/giuy);
  expect(kinds().pattern.flags).toBe('giuy');
});
test('buffers', () => {
  expect(kinds().bytes).toStrictEqual(Uint8Array.of(1, 255));
  expect(kinds().words).toStrictEqual(BigInt64Array.of(-1n));
  expect(kinds().view).toBe(1);
  expect(kinds().buffer).toBeInstanceOf(ArrayBuffer);
  expect(kinds().buffer.byteLength).toBe(2);
});
test('boxes', () => {
  expect(kinds().boxed[0]).toBeInstanceOf(Number);
  expect(kinds().boxed[1].length).toBe(1);
  expect(typeof kinds().boxed[2]).toBe('object');
});
test('symbols', () => {
  expect(kinds()[Symbol.for('honest.sign')]).toBe('by symbol');
  expect(sign).toBe(Symbol.for('honest.sign'));
  expect(Object.prototype.toString.call(kinds())).toBe('[object Kinds]');
});
test('there and back', () => {
  const all = kinds();
  expect(echo(all)).toBe(all);
  expect(echo(new Map([[1, new Date(5)]]))).toEqual(new Map([[1, new Date(5)]]));
  expect(echo([undefined, null, '\ud800', '', '\u0000'])).toStrictEqual([undefined, null, '\ud800', '', '\u0000']);
});
