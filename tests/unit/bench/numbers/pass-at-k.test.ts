import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { passAtK } from '../../../../src/bench/numbers/pass-at-k.ts';
import { randomNumbers } from '../../../../src/bench/numbers/random.ts';

/** n samples of which c passed, and a k that they allow. */
const counts = (most: number) =>
  fc
    .integer({ min: 1, max: most })
    .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n }), fc.integer({ min: 1, max: n })));

function choose(n: number, k: number): bigint {
  let result = 1n;
  for (let i = 0; i < k; i += 1) result = (result * BigInt(n - i)) / BigInt(i + 1);
  return k > n ? 0n : result;
}

/** 1 - C(n-c, k) / C(n, k), with at least 18 digits however small it is: it is no smaller than 1 / n. */
function exactly(n: number, c: number, k: number): number {
  const scale = 10n ** 30n;
  return Number(((choose(n, k) - choose(n - c, k)) * scale) / choose(n, k)) / 1e30;
}

/** How far off, as a share of what is expected. */
function error(actual: number, expected: number): number {
  return expected === 0 ? Math.abs(actual) : Math.abs(actual / expected - 1);
}

describe('passAtK', () => {
  test.prop([counts(120)])('is what exact arithmetic gives', ([n, c, k]) => {
    expect(error(passAtK(n, c, k), exactly(n, c, k))).toBeLessThanOrEqual(1e-12);
  });

  test.prop([counts(2000)])('is the share of passed samples for k = 1, and no smaller for more', ([n, c, k]) => {
    expect(passAtK(n, c, 1)).toBe(c / n);
    expect(passAtK(n, c, k)).toBeGreaterThanOrEqual(passAtK(n, c, 1) - 1e-12);
    expect(passAtK(n, c, n)).toBe(c > 0 ? 1 : 0);
    if (c < n) expect(passAtK(n, c + 1, k)).toBeGreaterThanOrEqual(passAtK(n, c, k) - 1e-12);
  });

  test('is the share of draws without replacement that hold a passed sample', () => {
    const next = randomNumbers(7);
    const draws = 20_000;
    let hits = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      const left = Array.from({ length: 12 }, (_, sample) => sample < 3);
      const taken = Array.from({ length: 4 }, () => left.splice(Math.floor(next() * left.length), 1)[0]);
      if (taken.includes(true)) hits += 1;
    }
    expect(hits / draws).toBeCloseTo(passAtK(12, 3, 4), 2);
  });

  test.prop([fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 12 })])(
    'keeps its digits where few of very many samples passed',
    (c, k) => {
      expect(error(passAtK(100_000, c, k), exactly(100_000, c, k))).toBeLessThan(1e-14);
    },
  );

  test('neither overflows nor vanishes where there are many samples', () => {
    expect(passAtK(100_000, 1, 50_000)).toBeCloseTo(0.5, 12);
    expect(passAtK(100_000, 99_999, 1)).toBe(0.99999);
    expect(passAtK(100_000, 30, 100)).toBeCloseTo(1 - (1 - 30 / 100_000) ** 100, 4);
  });

  test.each([
    [5, 2, 6],
    [5, 6, 1],
    [5, -1, 1],
    [5, 2, 0],
    [5, 2, 1.5],
  ])('is not defined for n = %d, c = %d, k = %d', (n, c, k) => {
    expect(() => passAtK(n, c, k)).toThrow(RangeError);
  });
});
