import { describe, expect, test } from 'vitest';
import { benchPage } from '../../../../src/report/bench/bench-page.ts';
import { comparisonPage } from '../../../../src/report/bench/comparison-page.ts';
import type { BenchFacts, ComparisonFacts, ProblemFacts } from '../../../../src/report/bench/facts.ts';

const hostile = '<script>alert(1)</script>\u202E';
const estimate = { value: 0.5, ci95: [0.4, 0.6] } as const;
const part = { problems: 2, samples: 4, pass_at: { '1': estimate, '5': estimate } };

const problem = (id: string, passed: number, samples = 4): ProblemFacts => ({
  task_id: id,
  samples,
  passed,
  unjudged: 0,
  by_verdict: { accepted: passed, refuted: samples - passed },
});

function benchFacts(
  said: string,
  problems: readonly ProblemFacts[] = [problem(said, 0), problem('b', 1), problem('c', 4)],
): BenchFacts {
  return {
    ...part,
    title: `sets/${said}`,
    unjudged: 2,
    unsampled: [said],
    by_verdict: { accepted: 5, [said]: 7 },
    by_topic: { [said]: part, other: part },
    by_difficulty: {},
    ill_typed: 1,
    tokens: { prompt: 10, completion: 20 },
    cost_usd: 0.2,
    strengthened: { ...part, left_out: [said] },
    by_problem: problems,
    stopped: said,
  };
}

const comparison = (said: string): ComparisonFacts => ({
  results: [
    { name: said, pass_at: part.pass_at },
    { name: 'other', pass_at: part.pass_at },
  ],
  differences: [
    { a: said, b: 'other', k: 1, problems: 3, difference: -0.2, ci95: [-0.3, -0.1], better: 'a' },
    { a: said, b: 'other', k: 5, problems: 3, difference: 0.01, ci95: [-0.1, 0.1], better: 'undecided' },
  ],
  pairs: [
    {
      a: said,
      b: 'other',
      only_a: [said],
      only_b: [],
      neither: Array.from({ length: 70 }, (_, place) => `p${place}`),
      largest_changes: [{ task_id: said, a: 1, b: 0 }],
      left_out: [said],
    },
  ],
});

describe('the page about a benchmark', () => {
  test('has pass@k with intervals, verdicts, every problem and the hardest', () => {
    const page = benchPage(benchFacts('set.jsonl'));
    expect(page).toContain('<h1>pass@k of set.jsonl</h1>');
    expect(page).toContain('<dt>pass@1</dt><dd>50.0 %<small>95 %: 40.0–60.0</small></dd>');
    expect(page).toContain('<li class="s3" title="b: 1 of 4, 25 %"></li>');
    expect(page).toContain('Never solved: 1 problem. Solved by fewer than half of its samples: 1 problem.');
    expect(page).toContain('2 samples could not be judged.');
    expect(page).toContain('without 1 doubtful');
  });

  test('shows hostile text as text', () => {
    expect(benchPage(benchFacts(hostile))).not.toMatch(/<script|\u202E/u);
  });

  test('stays under 2 MB with 10,000 problems', () => {
    const problems = Array.from({ length: 10_000 }, (_, place) =>
      problem(`set-of-problems/problem-${place}`, place % 5),
    );
    expect(benchPage(benchFacts('set', problems)).length).toBeLessThan(2_000_000);
  });
});

describe('the page about a comparison', () => {
  test('says which is better, how sure that is, and by which problems', () => {
    const page = comparisonPage(comparison('one'));
    expect(page).toContain(
      'pass@1 of other against one: -20.0 points (95 %: -30.0 to -10.0) over 3 problems; one is better.',
    );
    expect(page).toContain('nothing shows that one is better');
    expect(page).toContain('and 10 more');
  });

  test('shows hostile text as text', () => {
    expect(comparisonPage(comparison(hostile))).not.toMatch(/<script|\u202E/u);
  });
});
