import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { greedyCover } from '../../../../src/verify/minimal-suite/greedy-cover.ts';

const sets = fc.array(
  fc.uniqueArray(fc.nat(9)).map((all) => new Set(all)),
  { maxLength: 7 },
);

function union(all: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  return new Set(all.flatMap((set) => [...set]));
}

/** The size of the smallest cover, found by trying all. */
function smallest(all: readonly ReadonlySet<number>[]): number {
  const whole = union(all);
  const sizes = Array.from({ length: 2 ** all.length }, (_, mask) => {
    const picked = all.filter((_set, place) => Math.floor(mask / 2 ** place) % 2 === 1);
    return union(picked).size === whole.size ? picked.length : Infinity;
  });
  return Math.min(...sizes);
}

describe('a greedy cover', () => {
  test('takes the largest set first, and the earlier of two that add as much', () => {
    expect(greedyCover([new Set([1]), new Set([1, 2]), new Set([2, 1]), new Set([3])])).toEqual([1, 3]);
  });

  test('leaves out what was picked first once the others make it needless', () => {
    expect(greedyCover([new Set([2, 3, 4, 5]), new Set([1, 2, 3]), new Set([4, 5, 6])])).toEqual([1, 2]);
  });

  test('of nothing is nothing', () => {
    expect(greedyCover([])).toEqual([]);
    expect(greedyCover([new Set(), new Set()])).toEqual([]);
  });

  test('covers all, in ascending order, with no set too many', () => {
    fc.assert(
      fc.property(sets, (all) => {
        const places = greedyCover(all);
        expect(places.toSorted((a, b) => a - b)).toEqual(places);
        const picked = places.map((place) => all[place] ?? new Set<number>());
        expect(union(picked)).toEqual(union(all));
        for (const one of picked) {
          expect(union(picked.filter((other) => other !== one)).size).toBeLessThan(union(all).size);
        }
      }),
      { seed: 1 },
    );
  });

  test('is larger than the smallest by no more than the harmonic number of the largest set', () => {
    fc.assert(
      fc.property(sets, (all) => {
        const largest = Math.max(0, ...all.map(({ size }) => size));
        const bound = Array.from({ length: largest }, (_, at) => 1 / (at + 1)).reduce((sum, part) => sum + part, 0);
        expect(greedyCover(all).length).toBeLessThanOrEqual(smallest(all) * bound);
      }),
      { seed: 1 },
    );
  });
});
