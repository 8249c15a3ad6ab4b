import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { taskPrompt } from '../../../../src/core/task-prompt.ts';
import type { Judgement, Verdict } from '../../../../src/core/verdict.ts';
import { labelsOf } from '../../../../src/pipeline/products/labels.ts';
import { ratingsOf } from '../../../../src/pipeline/products/ratings.ts';
import { repairsOf } from '../../../../src/pipeline/products/repairs.ts';
import type { Rival } from '../../../../src/pipeline/products/rival.ts';
import { passingFault, sampleOf } from '../../support/examples.ts';

const sample = sampleOf();

function judged(verdict: Verdict): Judgement {
  return { kind: 'judged', verdict };
}

const counterexample = { values: '[-1]', seed: 7, path: '0:1', shrinks: 1 };
const refuted: Rival = {
  code: 'wrong',
  judgement: judged({
    kind: 'refuted',
    by: { name: 'doubles', outcome: 'failed', message: 'expected 2', counterexample },
    failed: 1,
    total: 2,
  }),
};
const others: readonly Rival[] = [
  { code: 'right', judgement: judged({ kind: 'accepted', checks: [{ name: 't', outcome: 'passed' }] }) },
  { code: 'slow', judgement: judged({ kind: 'stopped', side: 'solution', limit: 'cpu' }) },
  { code: 'unjudged', judgement: { kind: 'unjudged', fault: passingFault } },
  { code: 'unknown', judgement: undefined },
];

describe('repairsOf', () => {
  test('sets what is right against what was refuted, with the evidence', () => {
    expect(repairsOf(sample, [...others, refuted, refuted])).toEqual([
      {
        id: expect.stringMatching(/^repair_[0-9a-f]{16}$/u) as string,
        task: sample.task,
        before: 'wrong',
        evidence: {
          kind: 'refuted',
          by: { name: 'doubles', outcome: 'failed', message: 'expected 2', counterexample },
          failed: 1,
          total: 2,
        },
        after: sample.solution,
        origin: 'sibling',
        sample: sample.id,
      },
    ]);
  });
});

describe('labelsOf', () => {
  test('labels every kept sample good and every refuted solution bad', () => {
    const second = sampleOf({ id: 'sample_2', solution: 'another' });
    const rows = labelsOf([sample, second], [...others, refuted, refuted]);
    expect(rows.map(({ completion, label, sample: by }) => [completion, label, by])).toEqual([
      [sample.solution, true, sample.id],
      ['another', true, 'sample_2'],
      ['wrong', false, sample.id],
    ]);
    expect(rows[0]?.prompt).toBe(taskPrompt(sample.task));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(3);
  });

  test('says nothing of a task without a kept sample', () => {
    expect(labelsOf([], [refuted])).toEqual([]);
  });
});

describe('ratingsOf', () => {
  const outcomes = (model: string, solved: number, of: number) =>
    Array.from({ length: of }, (_, index) => ({ model, isSolved: index < solved }));

  test.each([
    [3, 3, 'easy'],
    [2, 3, 'easy'],
    [3, 5, 'medium'],
    [1, 3, 'medium'],
    [1, 4, 'hard'],
    [0, 4, 'unsolved'],
  ])('%i of %i: %s', (solved, of, difficulty) => {
    expect(ratingsOf(outcomes('m', solved, of), true)['m']).toMatchObject({ sampled: of, solved, difficulty });
  });

  test('rates each model apart, and none where nothing tells right from wrong', () => {
    const both = [...outcomes('b', 1, 1), ...outcomes('a', 0, 2)];
    expect(ratingsOf(both, true)).toEqual({
      a: { sampled: 2, solved: 0, pass_rate: 0, difficulty: 'unsolved' },
      b: { sampled: 1, solved: 1, pass_rate: 1, difficulty: 'easy' },
    });
    expect(Object.keys(ratingsOf(both, true))).toEqual(['a', 'b']);
    expect(ratingsOf(both, false)['b']).toMatchObject({ solved: 1, difficulty: 'unrated' });
  });

  property.prop([fc.array(fc.record({ model: fc.constantFrom('a', 'b'), isSolved: fc.boolean() }))])(
    'counts every outcome once',
    (all) => {
      const ratings = Object.values(ratingsOf(all, true));
      expect(ratings.reduce((sum, { sampled }) => sum + sampled, 0)).toBe(all.length);
      expect(ratings.reduce((sum, { solved }) => sum + solved, 0)).toBe(all.filter(({ isSolved }) => isSolved).length);
    },
  );
});
