import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrapIndex } from './wrap-index.ts';

test('goes round in both directions', () => {
  expect([0, 2, 3, 7, -1, -3, -4].map((index) => wrapIndex(index, 3))).toEqual([0, 2, 0, 1, 2, 0, 2]);
});

test('has no place in an empty ring, nor between two places', () => {
  expect([wrapIndex(1, 0), wrapIndex(0, -2), wrapIndex(0.5, 3), wrapIndex(Number.NaN, 3)]).toEqual([-1, -1, -1, -1]);
});

test('stays in the ring, and a round trip changes nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 50 }), (index, length) => {
      const place = wrapIndex(index, length);
      expect(place).toBeGreaterThanOrEqual(0);
      expect(place).toBeLessThan(length);
      expect(wrapIndex(index + length, length)).toBe(place);
    }),
  );
});
