import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NearDuplicateIndex } from '../../../src/curate/near-duplicates.ts';

const loop = `export function sum(xs: number[]): number {
  let total = 0;
  for (const x of xs) total += x;
  return total;
}`;
const renamed = loop.replaceAll('total', 'acc').replaceAll('xs', 'values').replace('sum', 'addUp');
const reduced = `export const sum = (xs: number[]): number => xs.reduce((total, x) => total + x, 0);`;

describe('NearDuplicateIndex', () => {
  test('keeps what is new and names what a repeated text repeats', () => {
    const index = new NearDuplicateIndex(0.7);
    expect(index.add('a', loop)).toBeUndefined();
    expect(index.add('b', reduced)).toBeUndefined();
    expect(index.add('c', renamed)).toBe('a');
    expect(index.add('d', `// another comment\n${reduced}`)).toBe('b');
  });

  test('compares with kept texts only: a chain of small changes does not drift', () => {
    const index = new NearDuplicateIndex(0.7);
    index.add('a', loop);
    expect(index.add('b', renamed)).toBe('a');
    expect(index.add('c', renamed)).toBe('a');
  });

  test('names the first of several that a text is close to, though they are not close to each other', () => {
    const line = (n: number): string => `call.m${n}();`;
    const text = (changedFrom: number): string =>
      Array.from({ length: 60 }, (_, n) => line(n >= changedFrom && n < changedFrom + 7 ? n + 100 : n)).join('\n');
    for (const [first, second] of [
      [10, 40],
      [40, 10],
    ] as const) {
      const index = new NearDuplicateIndex(0.7);
      expect(index.add('first', text(first))).toBeUndefined();
      expect(index.add('second', text(second))).toBeUndefined();
      expect(index.add('between', text(100))).toBe('first');
    }
  });

  test('finds nearly every pair well above the threshold, and no pair well below', () => {
    const statement = (n: number): string => `call.m${n}();`;
    const base = Array.from({ length: 60 }, (_, n) => statement(n));
    const changed = fc.uniqueArray(fc.nat(59), { minLength: 0, maxLength: 60 });
    const judges = fc.property(changed, (positions) => {
      const other = base.map((text, n) => (positions.includes(n) ? statement(n + 1000) : text));
      const index = new NearDuplicateIndex(0.7);
      index.add('base', base.join('\n'));
      const found = index.add('other', other.join('\n'));
      // One changed statement touches at most ten of about 296 shingles.
      if (positions.length <= 3) expect(found).toBe('base');
      if (positions.length >= 30) expect(found).toBeUndefined();
    });
    fc.assert(judges, { seed: 11, numRuns: 100 });
  });
});
