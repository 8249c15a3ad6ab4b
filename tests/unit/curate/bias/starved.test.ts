import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { FilterBias } from '../../../../src/curate/bias/starved.ts';
import { traitsOf } from '../../../../src/curate/bias/traits.ts';

/** A filter through which so many of so many rows of each topic pass. */
function filtered(topics: Readonly<Record<string, readonly [passed: number, of: number]>>): FilterBias {
  const bias = new FilterBias();
  for (const [topic, [passed, of]] of Object.entries(topics)) {
    for (let n = 0; n < of; n += 1) bias.add('filter', { topic }, n < passed);
  }
  return bias;
}

test('what a filter starves is told, and what it favours', () => {
  const shifts = filtered({ graphs: [5, 100], strings: [90, 100], dates: [45, 100] }).shifts();
  expect(new Map(shifts.map(({ value, kind }) => [value, kind]))).toEqual(
    new Map([
      ['graphs', 'starved'],
      ['strings', 'favoured'],
    ]),
  );
  expect(shifts.find(({ value }) => value === 'graphs')).toMatchObject({
    before: 100,
    after: 5,
    passed: 0.05,
    others_passed: 0.675,
  });
  for (const { p } of shifts) expect(p).toBeLessThan(1e-15);
});

test.each([
  ['passes everything', { a: [50, 50], b: [60, 60] }],
  ['passes all topics alike', { a: [50, 100], b: [51, 100] }],
  ['meets too few rows to tell', { a: [0, 4], b: [100, 100] }],
] as const)('nothing is told of a filter that %s', (_, topics) => {
  expect(filtered(topics).shifts()).toEqual([]);
});

property.prop([fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 2, maxLength: 6 })])(
  'the least likely shift comes first, and each is what was counted',
  (counted) => {
    const topics = counted.map(([a, b], n) => [`t${n}`, [Math.min(a, b), Math.max(a, b)]] as const);
    const shifts = filtered(Object.fromEntries(topics)).shifts();
    expect(shifts.map(({ p }) => p)).toEqual(shifts.map(({ p }) => p).toSorted((a, b) => a - b));
    const { topic } = filtered(Object.fromEntries(topics)).distributions()['filter'] ?? {};
    for (const [name, [passed, of]] of topics) if (of > 0) expect(topic?.[name]).toEqual([of, passed]);
    for (const { value, before, after } of shifts) expect([after, before]).toEqual(Object.fromEntries(topics)[value]);
  },
);

test.each([
  ['export class Box {}', 'classes'],
  ['function* walk() {}', 'generators'],
  ['const f = async () => 1;', 'async'],
  ['for (const a of b) c += a;', 'loops'],
  ['const f = (a) => a.map((b) => b + 1);', 'functional'],
  ['const f = (a) => a + 1;', 'plain'],
])('%s is written with %s', (solution, style) => {
  expect(traitsOf({ topics: ['a', 'b'], difficulty: 'easy', solution })).toMatchObject({
    topic: 'a',
    difficulty: 'easy',
    style,
  });
});
