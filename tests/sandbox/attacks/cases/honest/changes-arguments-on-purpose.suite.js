import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as s from './solution';

test('sort', () => {
  const xs = [3, 1, 2];
  expect(s.sortInPlace(xs)).toBe(xs);
  expect(xs).toEqual([1, 2, 3]);
});
test('sort, as a property', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (xs) => {
      const expected = xs.toSorted((a, b) => a - b);
      s.sortInPlace(xs);
      expect(xs).toEqual(expected);
    }),
    { numRuns: 30 },
  );
});
test('matrix', () => {
  const matrix = [
    [1, 2],
    [3, 4],
  ];
  const [first] = matrix;
  s.rotate(matrix);
  expect(matrix).toEqual([
    [3, 1],
    [4, 2],
  ]);
  expect(matrix[0]).toBe(first);
});
test('zeros', () => {
  const xs = [0, 1, 0, 3];
  s.moveZeros(xs);
  expect(xs).toEqual([1, 3, 0, 0]);
});
test('objects', () => {
  const record = { a: 1, b: undefined };
  s.prune(record);
  expect(record).toStrictEqual({ a: 1 });
  const pair = { a: 1, b: { c: 2 } };
  const { b } = pair;
  s.swapIn(pair);
  expect(pair.a).toBe(b);
  expect(s.defaults(pair, { z: 1 })).toBe(pair);
});
test('others', () => {
  const [map, date, bytes, xs] = [new Map(), new Date(0), Uint8Array.of(0, 1), [1, 2]];
  expect(s.count(map, 'a')).toBe(map);
  s.shift(date, 1);
  s.invert(bytes);
  s.clear(xs);
  expect([map.get('a'), date.getTime(), [...bytes], xs.length]).toEqual([1, 86_400_000, [255, 254], 0]);
});
test('links', () => {
  const nodes = [{ n: 1 }, { n: 2 }];
  s.link(nodes);
  expect(nodes[0].next).toBe(nodes[1]);
  expect(nodes[1].next).toBe(null);
});
test('freezes', () => {
  const value = { part: { n: 1 } };
  s.lock(value);
  expect(Object.isFrozen(value.part)).toBe(true);
});
test('later', async () => {
  const xs = [];
  const done = s.later(xs);
  expect(xs).toEqual([]);
  await done;
  expect(xs).toEqual(['later']);
});
