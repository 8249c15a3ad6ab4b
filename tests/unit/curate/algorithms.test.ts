import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { algorithmFeatures, distinctAlgorithms } from '../../../src/curate/algorithms.ts';

const loop = 'export function sum(list: number[]) { let s = 0; for (const n of list) s += n; return s; }';
const renamed =
  'export function sum(xs: number[]) {\n  // adds up\n  let total = 0;\n  for (const x of xs) total += x;\n  return total;\n}';
const fold = 'export const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);';
const recursive =
  'export function sum([first = 0, ...rest]: number[]): number { return rest.length ? first + sum(rest) : first; }';

describe('algorithmFeatures', () => {
  test.each([
    [loop, ['for-of', 'loops nested 1 deep']],
    [fold, ['.reduce()']],
    [recursive, ['recursion']],
    ['const f = (n: number): number => (n < 2 ? n : f(n - 1) % 7);', ['recursion', 'operator %']],
    [
      'for (;;) { while (x) { new Map(); } }',
      ['for', 'loops nested 1 deep', 'while', 'loops nested 2 deep', 'new Map'],
    ],
    ['function* g() { yield /a/u; }\nclass A {}', ['generator', 'regular expression', 'class']],
    ['let a = ;', []],
  ])('of %s', (code, features) => {
    expect([...algorithmFeatures(code)].toSorted()).toEqual(features.toSorted());
  });

  test('of deeply nested code cost no stack', () => {
    expect(() => algorithmFeatures(`let a = ${'['.repeat(3000)}${']'.repeat(3000)};`)).not.toThrow();
  });
});

describe('distinctAlgorithms', () => {
  test('takes other names and comments for the same, and other ways for different', () => {
    expect(distinctAlgorithms([loop, renamed, fold, recursive, fold])).toEqual([0, 2, 3]);
  });

  property.prop([fc.array(fc.constantFrom(loop, renamed, fold, recursive))])('names the first of each way', (codes) => {
    const places = distinctAlgorithms(codes);
    expect(places).toEqual([...places].toSorted((a, b) => a - b));
    expect(places.length).toBe(new Set(codes.map((code) => (code === renamed ? loop : code))).size);
    expect(distinctAlgorithms([...codes, ...codes])).toEqual(places);
  });
});
