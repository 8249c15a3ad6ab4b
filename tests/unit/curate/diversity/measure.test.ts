import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { Counts } from '../../../../src/curate/diversity/counts.ts';
import { DistinctN } from '../../../../src/curate/diversity/distinct.ts';
import { DiversityMeasure } from '../../../../src/curate/diversity/measure.ts';
import { renderVariety } from '../../../../src/curate/diversity/render.ts';
import { spelling, styleOf } from '../../../../src/curate/diversity/style.ts';
import { cosine, hashedTfidf } from '../../../../src/curate/diversity/vectors.ts';
import { vendiScore } from '../../../../src/curate/diversity/vendi.ts';

describe('the Vendi score', () => {
  const same = (a: number, b: number): number => (a === b ? 1 : 0);

  test.each([
    [[], 0],
    [[1], 1],
    [[1, 1, 1, 1], 1],
    [[1, 2, 3, 4], 4],
    [[1, 1, 2, 2], 2],
  ])('of %j is %i', (things, score) => {
    expect(vendiScore(things, same)).toBeCloseTo(score, 6);
  });

  test('of two that are half alike is known', () => {
    // The eigenvalues are 3/4 and 1/4.
    const expected = Math.exp(-(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25)));
    expect(vendiScore([0, 1], (a, b) => (a === b ? 1 : 0.5))).toBeCloseTo(expected, 9);
  });

  property.prop([fc.array(fc.nat(6), { minLength: 1, maxLength: 20 })])(
    'counts different things, and never more than there are',
    (things) => {
      const score = vendiScore(things, same);
      expect(score).toBeGreaterThanOrEqual(1 - 1e-9);
      expect(score).toBeLessThanOrEqual(new Set(things).size + 1e-9);
    },
  );
});

describe('texts as points', () => {
  const [a, b, c] = hashedTfidf([
    ['sort', 'the', 'parcels', 'by', 'weight'],
    ['sort', 'the', 'parcels', 'by', 'height'],
    ['walk', 'a', 'graph', 'of', 'ferries'],
  ]);

  test('are near where they share words, and have a length of one', () => {
    expect(cosine(a!, a!)).toBeCloseTo(1, 9);
    expect(cosine(a!, b!)).toBeGreaterThan(0.4);
    expect(cosine(a!, c!)).toBe(0);
    expect(cosine(hashedTfidf([[]])[0]!, a!)).toBe(0);
  });
});

describe('counts', () => {
  test.each([
    [{ a: 5 }, 2, 0],
    [{ a: 5, b: 5 }, 2, 1],
    [{ a: 5, b: 5 }, 4, 0.5],
    [{}, 3, 0],
  ])('%j among %i topics are even by %f', (times, among, evenness) => {
    const counts = new Counts();
    for (const [value, n] of Object.entries(times)) counts.add(value, n);
    expect(counts.evenness(among)).toBeCloseTo(evenness, 9);
  });
});

describe('distinct-n', () => {
  test('is the share of different runs of words', () => {
    const distinct = new DistinctN();
    distinct.add(['a', 'b', 'a', 'b']);
    expect(distinct.shares).toEqual([0.5, 2 / 3, 1, 1]);
    distinct.add(['a', 'b', 'a', 'b']);
    expect(distinct.shares).toEqual([0.25, 2 / 6, 0.5, 0.5]);
  });
});

describe('style', () => {
  test('tells constructs, names and comments', () => {
    const style = styleOf(
      '/** Adds. */\nexport function addUp(list: number[]): number {\n  let n = 0; // sum\n  for (const one of list) n += one;\n  return n;\n}\n',
    );
    expect(style).toMatchObject({
      constructs: ['for-of'],
      lines: 6,
      commentShare: 2 / 6,
      hasDocComment: true,
      names: ['addUp', 'n', 'one'],
    });
    expect(styleOf('let = = ;')).toBeUndefined();
  });

  test.each([
    ['n', 'one letter'],
    ['sum', 'one word'],
    ['addUp', 'camelCase'],
    ['add_up', 'snake_case'],
    ['AddUp', 'PascalCase'],
    ['MAX_SIZE', 'UPPER_CASE'],
  ])('%s is %s', (name, kind) => {
    expect(spelling(name)).toBe(kind);
  });
});

describe('the measure of variety', () => {
  const row = (n: number, topic = `t${n % 4}`) => ({
    key: `row-${n}`,
    statement: `Say word${n} and word${n * 7} about word${n * 13}.`,
    solution: `export const f${n} = (a: number) => a ${['+', '-', '*', '%'][n % 4]} ${n};`,
    topics: [topic],
    difficulty: ['easy', 'hard'][n % 2],
  });

  test('gives more for varied rows than for the same row again and again', () => {
    const [varied, same] = [new DiversityMeasure(), new DiversityMeasure()];
    for (let n = 0; n < 40; n += 1) {
      varied.add(row(n));
      same.add({ ...row(1), key: `row-${n}` });
    }
    expect(varied.report().score).toBeGreaterThan(same.report().score);
    expect(varied.report().parts.topics).toBeCloseTo(1, 3);
    expect(same.report().vendi.statements).toBeCloseTo(1, 3);
  });

  test('knows what of a taxonomy is missing', () => {
    const measure = new DiversityMeasure(['t0', 't1', 't2', 't3', 'never']);
    for (let n = 0; n < 8; n += 1) measure.add(row(n));
    expect(measure.report().parts.coverage).toBe(0.8);
  });

  test('looks at the same rows in whatever order they come, and holds only so many', () => {
    const rows = Array.from({ length: 3000 }, (_, n) => row(n));
    const [there, back] = [new DiversityMeasure(), new DiversityMeasure()];
    for (const one of rows) there.add(one);
    for (const one of rows.toReversed()) back.add(one);
    expect(there.report().vendi).toEqual(back.report().vendi);
    expect(there.report().vendi.of).toBe(400);
  });

  test('of nothing is nothing', () => {
    expect(new DiversityMeasure().report()).toMatchObject({ rows: 0, score: 0, vendi: { of: 0 } });
  });

  test('is shown as tables', () => {
    const measure = new DiversityMeasure();
    measure.add(row(1));
    const shift = {
      filter: 'deduplicate',
      trait: 'topic',
      value: 'a|b',
      before: 9,
      after: 1,
      passed: 0.1,
      others_passed: 0.9,
      p: 0.00001,
      kind: 'starved' as const,
    };
    const text = renderVariety(measure.report(), measure.report(), [shift]);
    expect(text).toContain('| deduplicate | topic | a\\|b (starved) | 9 | 0.1 | 0.9 | < 0.0001 |');
    expect(renderVariety(measure.report(), measure.report(), [])).toContain('Nothing that chance does not explain.');
  });
});
