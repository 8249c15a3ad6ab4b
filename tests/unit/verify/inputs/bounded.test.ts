import { runInThisContext } from 'node:vm';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Domain, arbitrarySource } from '../../../../src/verify/inputs/kit/source.ts';
import type { Relation, Shape, TextShape } from '../../../../src/verify/inputs/shape.ts';
import { inputsOf } from './draw.ts';

const runs = 12;

/** Draws with a clock that ends what does not end by itself. */
function drawnInTime(arbitrary: string): readonly unknown[] {
  const options = { timeout: 3000 };
  const sample = runInThisContext(`(fc) => (seed) => fc.sample(${arbitrary}, { seed, numRuns: ${runs} })`, options) as (
    fast: typeof fc,
  ) => (seed: number) => unknown[];
  Object.assign(globalThis, { drawNow: () => sample(fc)(3) });
  return runInThisContext('drawNow()', options) as unknown[];
}

function drawnFrom(domain: Partial<Domain>): readonly unknown[] {
  return drawnInTime(arbitrarySource({ named: {}, examples: [], others: [], ...domain }));
}

const whole = fc.integer({ min: -5, max: 20 });
const odd = fc.constantFrom(
  '',
  'a',
  '1',
  '(())',
  '[]{}',
  '2024-02-29',
  '12:30',
  'a, b',
  'ab 12 cd',
  '😀',
  '\u0301',
  ')(',
);
const flag = fc.boolean();

const texts: fc.Arbitrary<TextShape> = fc.record({
  kind: fc.constant('text' as const),
  samples: fc.array(odd, { maxLength: 3 }),
  alphabet: fc.array(fc.constantFrom('(', ')', '[', 'a', 'Z', '9', ' ', '😀'), { maxLength: 4 }),
  words: fc.array(odd, { maxLength: 2 }),
  closed: flag,
  formatted: flag,
  listed: flag,
  dated: flag,
  loose: flag,
  balanced: flag,
  min: whole,
  max: whole,
});

const relations = fc.array(
  fc.record({
    kind: fc.constantFrom('same-length' as const, 'within-length' as const, 'not-less' as const, 'greater' as const),
    as: fc.nat(3),
    at: fc.nat(3),
  }),
  { maxLength: 3 },
) as fc.Arbitrary<readonly Relation[]>;

const { shape } = fc.letrec<{ shape: Shape }>((tie) => {
  const of = tie('shape');
  const sized = { of, min: whole, max: whole };
  return {
    shape: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({
        kind: fc.constant('number' as const),
        min: whole,
        max: whole,
        far: whole,
        decimals: fc.nat(3),
        known: fc.array(whole, { maxLength: 2 }),
      }),
      texts,
      fc.record({
        kind: fc.constant('constant' as const),
        sources: fc.array(fc.constantFrom('null', '[]', '({})', '3n', 'new Date(0)'), { maxLength: 2 }),
      }),
      fc.constantFrom({ kind: 'named', name: 'A' } as const, { kind: 'named', name: 'B' } as const),
      fc.record({ kind: fc.constant('oneOf' as const), of: fc.array(of, { maxLength: 3 }) }),
      fc.record({ kind: fc.constant('rare' as const), of }),
      fc.record({
        kind: fc.constant('mapped' as const),
        of,
        make: fc.constant('(x) => [x]'),
        back: fc.constantFrom('(x) => x', 'undefined'),
      }),
      fc.record({
        kind: fc.constant('array' as const),
        ...sized,
        order: fc.constantFrom('any' as const, 'ascending' as const),
        distinct: flag,
        grid: fc.constantFrom('none' as const, 'rectangle' as const, 'square' as const),
        permutation: flag,
      }),
      fc.record({ kind: fc.constantFrom('map' as const, 'record' as const), key: of, ...sized }),
      fc.record({ kind: fc.constant('set' as const), ...sized }),
      fc.record({
        kind: fc.constant('object' as const),
        fields: fc.array(fc.record({ name: fc.constantFrom('a', 'b', 'length', 'toString'), of, optional: flag }), {
          maxLength: 3,
        }),
        relations,
      }),
      fc.record({
        kind: fc.constant('tuple' as const),
        items: fc.array(of, { maxLength: 3 }),
        needed: fc.nat(3),
        relations,
      }),
    ),
  };
});

const values = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    odd,
    whole,
    fc.constantFrom(null, true, 1e9, -0.5),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('length', 'toString', 'k', 'start', 'end'), tie('value'), { maxKeys: 3 }),
  ),
})).value;

const lists = fc.array(fc.array(values, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });

describe('inputs are drawn in bounded time', () => {
  test('of any shape, also one that contains itself, with any examples', () => {
    fc.assert(
      fc.property(fc.array(shape, { minLength: 1, maxLength: 3 }), shape, shape, lists, (items, a, b, models) => {
        const list: Shape = {
          kind: 'tuple',
          items,
          needed: items.length,
          relations: [{ kind: 'same-length', as: 0, at: 1 }],
        };
        const examples = models.map((one) => JSON.stringify(one));
        expect(drawnFrom({ list, named: { A: a, B: b }, examples })).toHaveLength(runs);
        expect(drawnFrom({ list, named: { A: a, B: b } })).toHaveLength(runs);
      }),
      { numRuns: 250, seed: 11 },
    );
  });

  test('of the shapes that any examples give', () => {
    fc.assert(
      fc.property(lists, (models) => {
        const suite = models
          .map((one) => `f(${one.map((value) => `(${JSON.stringify(value)})`).join(', ')})`)
          .join(';\n');
        expect(drawnInTime(inputsOf({ suites: [suite], language: 'js' }).arbitrary)).toHaveLength(runs);
      }),
      { numRuns: 150, seed: 12 },
    );
  });

  test('of empty rows', () => {
    const list: Shape = { kind: 'tuple', items: [], needed: 0, relations: [] };
    const number: Shape = { kind: 'number', min: 0, max: 9, far: 9, decimals: 0, known: [] };
    const row = {
      kind: 'array',
      of: number,
      min: 0,
      max: 4,
      order: 'any',
      distinct: false,
      permutation: false,
    } as const;
    const grid: Shape = { ...row, of: { ...row, grid: 'none' }, grid: 'rectangle' };
    expect(drawnFrom({ list: { ...list, items: [grid], needed: 1 }, examples: ['[[[]]]', '[[[], []]]'] })).toHaveLength(
      runs,
    );
  });

  test.each([
    'type E = { op: "num"; value: number } | { op: "if"; a: E; b: E; c: E }; declare function f(e: E): void',
    'type A = { left: A; right: A }; declare function f(a: A): void',
    'type A = [A, A, A] | [A]; declare function f(a: A, b: A[]): void',
    'type A = B | string; type B = A | number; declare function f(a: A): void',
  ])('of a type that may go on for ever: %s', (signature) => {
    expect(drawnInTime(inputsOf({ signature, suites: ['f("x")'] }).arbitrary)).toHaveLength(runs);
    expect(drawnInTime(inputsOf({ signature }).arbitrary)).toHaveLength(runs);
  });

  test.each([
    ['brackets', '() '.repeat(1300)],
    ['numbers', '17,'.repeat(1200)],
    ['words and numbers', 'ab 12 '.repeat(600)],
  ])('of long texts: %s', (_, long) => {
    const suites = [Array.from({ length: 40 }, (_one, at) => `f(${JSON.stringify(long.slice(at * 6))})`).join(';')];
    expect(drawnInTime(inputsOf({ suites }).arbitrary)).toHaveLength(runs);
  });
});
