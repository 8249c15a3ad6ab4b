import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { cosine, hashedTfidf } from '../../../src/curate/diversity/vectors.ts';
import { foldedPoint, nearPoints, normalised, type Point } from '../../../src/curate/semantic.ts';

const dot = (a: Point, b: Point): number => a.reduce((sum, value, index) => sum + value * b[index]!, 0);

describe('points near to each other', () => {
  test('are found, the later one first, with their cosine', () => {
    const points = [
      [1, 0, 0],
      [0, 1, 0],
      [0.99, 0.1, 0],
    ].map((point) => normalised(Float32Array.from(point)));
    const found: [number, number][] = [];
    nearPoints(points, 0.9, (later, earlier, value) => {
      found.push([later, earlier]);
      expect(value).toBeCloseTo(dot(points[later]!, points[earlier]!), 5);
    });
    expect(found).toEqual([[2, 0]]);
  });

  const point = fc
    .array(fc.integer({ min: -9, max: 9 }), { minLength: 8, maxLength: 8 })
    .map((list) => normalised(Float32Array.from(list)));

  property.prop([fc.array(point, { maxLength: 25 })])(
    'are those of a high cosine alone, each pair once, and nearly all of them',
    (points) => {
      const found = new Set<string>();
      nearPoints(points, 0.95, (later, earlier) => {
        expect(later).toBeGreaterThan(earlier);
        expect(dot(points[later]!, points[earlier]!)).toBeGreaterThanOrEqual(0.95 - 1e-5);
        expect(found.has(`${later} ${earlier}`)).toBe(false);
        found.add(`${later} ${earlier}`);
      });
      for (const [later, a] of points.entries()) {
        for (const [earlier, b] of points.slice(0, later).entries()) {
          if (dot(a, b) >= 0.9999) expect(found).toContain(`${later} ${earlier}`);
        }
      }
    },
  );

  test('nothing is near to a text without words', () => {
    const points = hashedTfidf([[], [], ['a']]).map(foldedPoint);
    nearPoints(points, 0.5, () => expect.unreachable());
  });

  test('folding keeps angles nearly as they are', () => {
    const texts = Array.from({ length: 30 }, (_, n) =>
      Array.from({ length: 40 }, (_unused, word) => `w${(n * 7 + word) % 90}`),
    );
    const vectors = hashedTfidf(texts);
    for (const vector of vectors.slice(1)) {
      const exact = cosine(vectors[0]!, vector);
      expect(Math.abs(dot(foldedPoint(vectors[0]!), foldedPoint(vector)) - exact)).toBeLessThan(0.15);
    }
  });
});
