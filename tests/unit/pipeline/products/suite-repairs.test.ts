import { expect, test } from 'vitest';
import { type SuiteRepair, suiteRepairsOf } from '../../../../src/pipeline/products/suite-repairs.ts';
import { sampleOf } from '../../support/examples.ts';

const sample = sampleOf();
const survived = [{ line: 1, mutator: 'ArithmeticOperator', original: 'n * 2', replacement: 'n / 2' }];
const repair: SuiteRepair = {
  solution: sample.solution,
  before: 'weak',
  after: 'strong',
  scoreBefore: 0.5,
  scoreAfter: 1,
  survived,
};

test('pairs a suite with the one that kills more, with the mutants that it let live', () => {
  expect(suiteRepairsOf([sampleOf({ id: 'sample_0', solution: 'another' }), sample], [repair])).toEqual([
    {
      id: expect.stringMatching(/^repair_[0-9a-f]{16}$/u) as string,
      task: sample.task,
      before: 'weak',
      evidence: { kind: 'mutants-survive', score_before: 0.5, score_after: 1, survived },
      after: 'strong',
      origin: 'suite-repair',
      sample: sample.id,
    },
  ]);
});

test('gives nothing for a solution that was not kept', () => {
  expect(suiteRepairsOf([sampleOf({ solution: 'another' })], [repair])).toEqual([]);
  expect(suiteRepairsOf([], [repair])).toEqual([]);
});

test('names every step of a repair in several', () => {
  const rows = suiteRepairsOf([sample], [repair, { ...repair, before: 'strong', after: 'stronger' }]);
  expect(rows.map(({ before, after }) => [before, after])).toEqual([
    ['weak', 'strong'],
    ['strong', 'stronger'],
  ]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
});
