import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { difference } from '../../../../src/bench/numbers/difference.ts';
import { estimate } from '../../../../src/bench/numbers/interval.ts';

const rate = fc.integer({ min: 0, max: 20 }).map((passed) => passed / 20);
const rates = fc.array(rate, { minLength: 1, maxLength: 60 });

describe('estimate', () => {
  test.prop([rates])('holds its value, stays within 0 and 1, and is never without width', (values) => {
    const { value, ci95 } = estimate(values, values.length * 5);
    const [low, high] = ci95;
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeLessThanOrEqual(1);
    expect(low).toBeLessThanOrEqual(value);
    expect(high).toBeGreaterThanOrEqual(value);
    expect(high - low).toBeGreaterThan(0);
  });

  test.prop([rates])('is turned round where passed and failed are', (values) => {
    const [low, high] = estimate(values, values.length * 5).ci95;
    const turned = estimate(
      values.map((one) => 1 - one),
      values.length * 5,
    ).ci95;
    expect(turned[0]).toBeCloseTo(1 - high, 9);
    expect(turned[1]).toBeCloseTo(1 - low, 9);
  });

  test("is Wilson's where each problem has one sample", () => {
    const values = Array.from({ length: 400 }, (_, at) => (at < 100 ? 1 : 0));
    const [low, high] = estimate(values, 400).ci95;
    expect(low).toBeCloseTo(0.2101, 3);
    expect(high).toBeCloseTo(0.2947, 3);
  });

  test('narrows with the number of problems, and where they are alike', () => {
    const width = (values: readonly number[]): number => {
      const [low, high] = estimate(values, values.length * 20).ci95;
      return high - low;
    };
    const mixed = (count: number): number[] => Array.from({ length: count }, (_, at) => at % 2);
    expect(width(mixed(400))).toBeLessThan(width(mixed(100)) * 0.6);
    expect(width(mixed(100).map((one) => 0.45 + one / 10))).toBeLessThan(width(mixed(100)) * 0.3);
  });
});

describe('difference', () => {
  const differences = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });

  test.prop([differences], { numRuns: 30 })('turns round exactly where the two results do', (values) => {
    const options = { samplesEach: 5, seed: 3 };
    const there = difference(values, options);
    const back = difference(
      values.map((one) => -one),
      options,
    );
    expect(back.value + there.value).toBe(0);
    expect(back.ci95[0] + there.ci95[1]).toBe(0);
    expect(back.ci95[1] + there.ci95[0]).toBe(0);
  });

  test('of a result with itself is 0, with an interval round it', () => {
    const same = difference(
      Array.from({ length: 164 }, () => 0),
      { samplesEach: 1, seed: 1 },
    );
    expect(same.value).toBe(0);
    expect(same.ci95[0]).toBeLessThan(0);
    expect(same.ci95[1]).toBeGreaterThan(0);
    expect(same.ci95[1]).toBeLessThan(0.05);
  });

  test('is decided where most problems speak for one side', () => {
    const values = Array.from({ length: 60 }, (_, at) => (at % 5 === 0 ? -0.1 : 0.4));
    expect(difference(values, { samplesEach: 20, seed: 1 }).ci95[0]).toBeGreaterThan(0.1);
  });
});
