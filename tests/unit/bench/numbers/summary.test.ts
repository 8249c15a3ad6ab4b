import { describe, expect, test } from 'vitest';
import { chooseKs } from '../../../../src/bench/numbers/choose-ks.ts';
import { summaryMarkdown } from '../../../../src/bench/numbers/markdown.ts';
import { summarise } from '../../../../src/bench/numbers/summary.ts';
import { addRow, emptyTallies, type ProblemTally } from '../../../../src/bench/numbers/tally.ts';
import type { ResultRow } from '../../../../src/bench/result.ts';

const problems = [
  { id: 'a', topics: ['x', 'y'], difficulty: 'easy' },
  { id: 'b', topics: ['x'], difficulty: 'hard' },
  { id: 'c', topics: [] },
  { id: 'd|e', topics: [] },
];

const accepted = (task_id: string, more: Partial<ResultRow> = {}): ResultRow => ({
  task_id,
  sample: 0,
  verdict: { kind: 'accepted' },
  extracted: { form: 'program', code: '' },
  ...more,
});
const refuted = (task_id: string): ResultRow => ({
  ...accepted(task_id),
  verdict: { kind: 'refuted' },
  extracted: { form: 'continuation', code: '' },
});
const faulty = (task_id: string): ResultRow => ({
  task_id,
  sample: 0,
  fault: { boundary: 'sandbox', code: 'child-killed', message: 'killed' },
});

function tallied(rows: readonly ResultRow[]): readonly ProblemTally[] {
  const tallies = emptyTallies(problems);
  for (const row of rows) addRow(tallies, row);
  return [...tallies.values()];
}

const usage = { prompt_tokens: 10, completion_tokens: 5 };
const rows = [
  accepted('a', { usage, cost_usd: 0.25 }),
  accepted('a', { type_errors: 2 }),
  refuted('b'),
  accepted('b'),
  faulty('b'),
  faulty('c'),
  { task_id: 'b', sample: 3, verdict: { kind: 'malformed' }, reply: 'no' } as const,
];

describe('summarise', () => {
  test('counts what was judged, and never a fault as a failure', () => {
    const summary = summarise(tallied(rows), { ks: [1, 2] });
    expect(summary).toMatchObject({
      problems: 4,
      samples: 7,
      unjudged: 2,
      unsampled: ['d|e'],
      all_unjudged: ['c'],
      by_verdict: { accepted: 3, malformed: 1, refuted: 1 },
      verdict_shares: { accepted: 0.6, malformed: 0.2, refuted: 0.2 },
      ill_typed: 1,
      forms: { program: 3, continuation: 1, none: 1 },
      tokens: { prompt: 10, completion: 5 },
      cost_usd: 0.25,
    });
    expect(summary.pass_at['1']?.value).toBeCloseTo((1 + 1 / 3) / 2, 6);
    expect(summary.pass_at['2']?.value).toBeCloseTo((1 + 2 / 3) / 2, 6);
    expect(summary.by_problem.map(({ task_id, samples, passed }) => [task_id, samples, passed])).toEqual([
      ['a', 2, 2],
      ['b', 3, 1],
      ['c', 0, 0],
    ]);
  });

  test('gives parts by topic and difficulty, and the score without doubtful problems', () => {
    const summary = summarise(tallied(rows), { ks: [1], leftOut: new Set(['b']) });
    expect(summary.by_topic).toMatchObject({ x: { problems: 2, samples: 5 }, y: { problems: 1, samples: 2 } });
    expect(Object.keys(summary.by_difficulty)).toEqual(['easy', 'hard']);
    expect(summary.strengthened).toMatchObject({ left_out: ['b'], problems: 1, samples: 2 });
    expect(summary.strengthened?.pass_at['1']?.value).toBe(1);
  });

  test('as a page names what is missing, and keeps ids in their cells', () => {
    const page = summaryMarkdown(summarise(tallied(rows), { ks: [1], leftOut: new Set(['b']) }), 'a model');
    expect(page).toContain('# pass@k of a model');
    expect(page).toContain('`d|e`');
    expect(page).toContain('| a | 2 | 2 |  |');
    expect(page).toContain('1 refuted, 1 malformed, 1 unjudged');
    expect(summaryMarkdown(summarise(tallied([refuted('d|e')]), { ks: [1] }), 'm')).toContain('| d\\|e | 1 | 0 |');
  });

  test('as a page counts in its score what is judged, and no more', () => {
    const page = summaryMarkdown(summarise(tallied(rows), { ks: [1] }), 'a model');
    expect(page).toContain('| all | 2 | 5 |');
    expect(page).toContain('7 samples, 2 of them not judged');
  });

  test('as a page shows ids as they are, whatever is in them', () => {
    const id = 'x\\|<b>`';
    const tallies = emptyTallies([{ id, topics: [] }]);
    addRow(tallies, refuted(id));
    const page = summaryMarkdown(summarise([...tallies.values()], { ks: [1] }), 'a model');
    expect(page).toContain('| x\\\\\\|\\<b>\\` | 1 | 0 |');
    expect(page).toContain('`` x\\|<b>` ``');
  });

  test('refuses results of a problem that is not there', () => {
    expect(() => tallied([accepted('z')])).toThrow('z, which is no problem');
  });
});

describe('chooseKs', () => {
  const tally = (id: string, judged: number) => ({ id, judged });

  test('takes the usual ones that all sampled problems allow', () => {
    expect(chooseKs([tally('a', 10), tally('b', 12)])).toEqual([1, 5, 10]);
    expect(chooseKs([tally('a', 4), tally('b', 200), tally('none', 0)])).toEqual([1]);
  });

  test('refuses one that a problem does not allow, by its name', () => {
    expect(() => chooseKs([tally('a', 10), tally('b', 3)], [1, 5])).toThrow(/pass@5 needs 5.*b has 3/u);
    expect(chooseKs([tally('a', 10), tally('b', 3)], [2, 3])).toEqual([2, 3]);
  });

  test('refuses results in which nothing was judged', () => {
    expect(() => chooseKs([tally('a', 0)])).toThrow('no judged sample');
  });
});
