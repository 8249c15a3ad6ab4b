import type { SparseVector } from './diversity/vectors.ts';

/** A text as a point in a space of few dimensions. Its length is 1. */
export type Point = Float32Array;

const bands = 32;
const bitsOfBand = 12;
/** Points of one bucket that are compared with each other, at most. */
const mostOfBucket = 64;
const folded = 1024;

/** A point of many dimensions in few: each is added to one of them, or taken away, by a hash; angles stay nearly the same. */
export function foldedPoint(vector: SparseVector): Point {
  const point = new Float32Array(folded);
  for (const [dimension, value] of vector) {
    const mixed = scrambled(dimension);
    const place = mixed % folded;
    point[place] = (point[place] ?? 0) + ((mixed >>> 16) & 1 ? value : -value);
  }
  return normalised(point);
}

/** The same point with a length of 1. */
export function normalised(point: Point): Point {
  const length = Math.sqrt(point.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? point : point.map((value) => value / length);
}

/**
 * Calls `found` for pairs of points whose cosine is at least the threshold, the later one first. Those are compared that
 * lie on the same sides of some random planes (Charikar 2002): of pairs at 0.9 one in 200 is missed, of nearer ones less.
 */
export function nearPoints(
  points: readonly Point[],
  threshold: number,
  found: (later: number, earlier: number, cosine: number) => void,
): void {
  const sides = points.map((point) => sidesOf(point));
  const compared = points.map(() => new Set<number>());
  for (let band = 0; band < bands; band += 1) {
    const buckets = new Map<number, number[]>();
    for (const [later, point] of points.entries()) {
      const side = sides[later]?.[band] ?? 0;
      const bucket = buckets.get(side);
      if (!bucket) buckets.set(side, [later]);
      else {
        for (const earlier of bucket) {
          if (compared[later]?.has(earlier)) continue;
          compared[later]?.add(earlier);
          const cosine = dot(point, points[earlier]);
          if (cosine >= threshold) found(later, earlier, cosine);
        }
        if (bucket.length < mostOfBucket) bucket.push(later);
      }
    }
  }
}

/** For each band a number of which each bit says on which side of a plane the point lies. */
function sidesOf(point: Point): Uint16Array {
  const planes = planesOf(point.length);
  return Uint16Array.from({ length: bands }, (_, band) => {
    let sides = 0;
    for (let bit = 0; bit < bitsOfBand; bit += 1) {
      sides = (sides << 1) | (dot(point, planes[band * bitsOfBand + bit]) >= 0 ? 1 : 0);
    }
    return sides;
  });
}

const knownPlanes = new Map<number, readonly Point[]>();

/** Random planes, the same for ever. */
function planesOf(dimensions: number): readonly Point[] {
  const known = knownPlanes.get(dimensions);
  if (known) return known;
  let state = dimensions;
  const next = (): number => {
    state = (state + 0x9e37_79b9) >>> 0;
    return scrambled(state) / 2 ** 32;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const planes = Array.from({ length: bands * bitsOfBand }, () => Float32Array.from({ length: dimensions }, normal));
  knownPlanes.set(dimensions, planes);
  return planes;
}

function dot(a: Point, b: Point | undefined): number {
  let sum = 0;
  if (b) for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/** The finaliser of MurmurHash3. */
function scrambled(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
