import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { similarity } from '../../../src/core/signature.ts';
import { minhash } from '../../../src/curate/minhash.ts';

const token = fc.constantFrom('_', '=', '+', '(', ')', '.map', 'for', '1');

function shinglesOf(tokens: readonly string[]): Set<string> {
  const count = Math.max(1, tokens.length - 4);
  return new Set(Array.from({ length: count }, (_, start) => tokens.slice(start, start + 5).join(' ')));
}

function jaccard(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [shinglesOf(a), shinglesOf(b)];
  return left.intersection(right).size / left.union(right).size;
}

/** Two texts of distinct tokens, the second with some of them replaced. */
const twins = fc
  .record({ length: fc.integer({ min: 20, max: 120 }), changed: fc.array(fc.nat(119), { maxLength: 12 }) })
  .map(({ length, changed }) => {
    const a = Array.from({ length }, (_, index) => `t${index}`);
    return { a, b: a.map((text, index) => (changed.includes(index) ? `${text}'` : text)) };
  });

describe('minhash', () => {
  test('estimates the Jaccard similarity of the shingles', () => {
    const errors: number[] = [];
    const estimates = fc.property(twins, ({ a, b }) => {
      const [estimate, truth] = [similarity(minhash(a), minhash(b)), jaccard(a, b)];
      errors.push(estimate - truth);
      // Five standard deviations of 128 draws.
      expect(Math.abs(estimate - truth)).toBeLessThan(5 * Math.sqrt((truth * (1 - truth)) / 128) + 1e-9);
    });
    fc.assert(estimates, { numRuns: 300, seed: 7 });
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    expect(Math.abs(mean)).toBeLessThan(0.01);
  });

  test('is 1 for equal texts, the same either way round, and between 0 and 1', () => {
    const holds = fc.property(fc.array(token, { maxLength: 40 }), fc.array(token, { maxLength: 40 }), (a, b) => {
      const both = similarity(minhash(a), minhash(b));
      expect(similarity(minhash(a), minhash([...a]))).toBe(1);
      expect(similarity(minhash(b), minhash(a))).toBe(both);
      expect(both >= 0 && both <= 1).toBe(true);
    });
    fc.assert(holds);
  });

  test('tells short texts apart, and joins no tokens', () => {
    expect(similarity(minhash(['a']), minhash(['b']))).toBeLessThan(0.1);
    expect(similarity(minhash(['ab', 'c']), minhash(['a', 'bc']))).toBeLessThan(0.1);
  });

  test('gives the same signature on every machine', () => {
    const { minima, bands } = minhash(['return', '_', '+', '1', '}']);
    expect([...minima.subarray(0, 2), ...bands.subarray(0, 2)]).toMatchInlineSnapshot(`
      [
        7151,
        40934,
        1359083841,
        2394753784,
      ]
    `);
  });
});
