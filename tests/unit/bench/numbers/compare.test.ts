import { describe, expect, test } from 'vitest';
import { comparisonMarkdown } from '../../../../src/bench/numbers/compare-markdown.ts';
import { compare, type ComparedResult } from '../../../../src/bench/numbers/compare.ts';
import { passAtK } from '../../../../src/bench/numbers/pass-at-k.ts';
import { rounded } from '../../../../src/bench/numbers/rounded.ts';
import type { ProblemSummary } from '../../../../src/bench/numbers/summary.ts';

/** A result in which the problems, by their ids, were passed so often of so many samples. */
function result(
  name: string,
  passed: Readonly<Record<string, readonly [c: number, n: number]>>,
  ks: readonly number[] = [1, 5],
): ComparedResult {
  const byProblem = Object.entries(passed).map(([id, [c, n]]): ProblemSummary => ({
    task_id: id,
    samples: n,
    passed: c,
    unjudged: 0,
    pass_at: Object.fromEntries(n === 0 ? [] : ks.map((k) => [String(k), rounded(passAtK(n, c, k))])),
    by_verdict: {},
    topics: [],
    duration_ms: 0,
  }));
  const estimate = { value: 0.5, ci95: [0.4, 0.6] } as const;
  return {
    name,
    summary: { pass_at: Object.fromEntries(ks.map((k) => [String(k), estimate])), by_problem: byProblem },
  };
}

const many = (rate: number): Record<string, readonly [number, number]> =>
  Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`p${at}`, [Math.round(rate * 10), 10] as const]));

describe('compare', () => {
  test('of a result with itself is exactly 0, and undecided', () => {
    const same = result('same', many(0.3));
    for (const row of compare([same, { ...same, name: 'again' }]).differences) {
      expect(row).toMatchObject({ difference: 0, better: 'undecided', problems: 40 });
      expect(row.ci95[0]).toBeLessThan(0);
      expect(row.ci95[1]).toBeGreaterThan(0);
    }
  });

  test('turns round exactly where the results do', () => {
    const [one, other] = [result('one', many(0.3)), result('other', { ...many(0.6), p0: [0, 10], p1: [10, 10] })];
    const there = compare([one, other]).differences;
    const back = compare([other, one]).differences;
    expect(back.map(({ difference, ci95 }) => [-difference, -ci95[1], -ci95[0]])).toEqual(
      there.map(({ difference, ci95 }) => [difference, ci95[0], ci95[1]]),
    );
    expect(there.map(({ better }) => better)).toEqual(['b', 'undecided']);
    expect(back.map(({ better }) => better)).toEqual(['a', 'undecided']);
  });

  test('turns round exactly where a difference lies between two that can be written', () => {
    const all = (first: number): ComparedResult =>
      result(
        'any',
        Object.fromEntries(Array.from({ length: 128 }, (_, at) => [`p${at}`, [at === 0 ? first : 0, 1] as const])),
        [1],
      );
    const differences = [compare([all(0), all(1)]), compare([all(1), all(0)])].map(({ differences: [row] }) => row);
    expect(differences.map((row) => row?.difference)).toEqual([0.007813, -0.007813]);
  });

  test('is of the rates themselves, not of rounded ones', () => {
    const [third, twoThirds] = [result('third', { p: [1, 3] }, [1]), result('two thirds', { p: [2, 3] }, [1])];
    expect(compare([third, twoThirds]).differences[0]?.difference).toBe(0.333333);
  });

  test('names the problems that only one solves, and those that only one has samples of', () => {
    const a = result('a', { both: [5, 10], mine: [1, 10], none: [0, 10], alone: [3, 10] });
    const b = result('b', { both: [9, 10], mine: [0, 10], none: [0, 10], other: [1, 10], empty: [0, 0] });
    const { pairs, differences } = compare([a, b]);
    expect(pairs).toEqual([
      {
        a: 'a',
        b: 'b',
        only_a: ['mine'],
        only_b: [],
        neither: ['none'],
        largest_changes: [
          { task_id: 'both', a: 0.5, b: 0.9 },
          { task_id: 'mine', a: 0.1, b: 0 },
        ],
        left_out: ['alone', 'other'],
      },
    ]);
    expect(differences[0]?.problems).toBe(3);
    const page = comparisonMarkdown(compare([a, b]));
    expect(page).toContain('## b against a');
    expect(page).toContain('- Only a solves (1): `mine`');
  });

  test('compares each further result with the first', () => {
    const { differences } = compare([result('a', many(0.2)), result('b', many(0.4)), result('c', many(0.1))], {
      ks: [1],
    });
    expect(differences.map(({ a, b, better }) => `${a} ${b} ${better}`)).toEqual(['a b b', 'a c a']);
  });
});
