import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { mix, type Mixable, type MixOptions } from '../../../../src/curate/dataset/mix.ts';

const options: MixOptions = { real: 0.7, copies: 1, total: Number.POSITIVE_INFINITY, seed: 1 };

function rowsOf(real: number, synthetic: number, strata = 1, weight = 1): Mixable[] {
  return Array.from({ length: real + synthetic }, (_, n) => ({
    id: `row-${n}`,
    isReal: n < real,
    stratum: `s${n % strata}`,
    weight,
  }));
}

const sum = (rows: readonly Mixable[], times: readonly number[], wanted: (row: Mixable) => boolean): number =>
  rows.reduce((total, row, place) => total + (wanted(row) ? row.weight * (times[place] ?? 0) : 0), 0);

describe('mixing', () => {
  test.each([
    ['all of the real rows, and as many others as the ratio allows', 700, 1000, options, [700, 300]],
    ['all of the synthetic rows, and as many others', 7000, 30, options, [70, 30]],
    ['rows twice where that is allowed', 70, 1000, { ...options, copies: 2 }, [140, 60]],
    ['no more than a total', 700, 1000, { ...options, total: 100 }, [70, 30]],
    ['one kind alone', 50, 50, { ...options, real: 1 }, [50, 0]],
    ['nothing where one kind is missing', 0, 50, options, [0, 0]],
  ] as const)('takes %s', (_, real, synthetic, settings, expected) => {
    const rows = rowsOf(real, synthetic);
    const times = mix(rows, settings);
    expect([sum(rows, times, ({ isReal }) => isReal), sum(rows, times, ({ isReal }) => !isReal)]).toEqual(expected);
  });

  test('takes strata in proportion', () => {
    const rows = rowsOf(700, 1000, 5);
    const times = mix(rows, options);
    for (let stratum = 0; stratum < 5; stratum += 1) {
      expect(sum(rows, times, (row) => !row.isReal && row.stratum === `s${stratum}`)).toBe(60);
    }
  });

  test('many strata of few rows do not spoil the ratio', () => {
    const rows = rowsOf(700, 1000, 400);
    const times = mix(rows, options);
    expect(Math.abs(sum(rows, times, ({ isReal }) => !isReal) - 300)).toBeLessThanOrEqual(1);
  });

  const drawn = fc.array(
    fc.record({
      id: fc.uuid(),
      isReal: fc.boolean(),
      stratum: fc.constantFrom('a', 'b', 'c'),
      weight: fc.integer({ min: 1, max: 30 }),
    }),
    { maxLength: 60 },
  );

  property.prop([drawn, fc.integer({ min: 1, max: 3 }), fc.constantFrom(0.2, 0.5, 0.7)])(
    'keeps to the limits, and to the ratio as far as the rows can be divided',
    (rows, copies, real) => {
      const times = mix(rows, { ...options, copies, real });
      expect(Math.max(0, ...times)).toBeLessThanOrEqual(copies);
      const [of, others] = [sum(rows, times, ({ isReal }) => isReal), sum(rows, times, ({ isReal }) => !isReal)];
      // Three strata of each kind, each off by less than its heaviest row.
      expect(Math.abs(of - (of + others) * real)).toBeLessThanOrEqual(6 * 30);
      expect(mix(rows, { ...options, copies, real })).toEqual(times);
    },
  );
});
