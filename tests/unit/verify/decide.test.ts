import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../src/core/decision.ts';
import type { Judgement } from '../../../src/core/verdict.ts';
import { decideTask, type SolutionDecision, type SuiteDecision, type TaskMatrix } from '../../../src/verify/decide.ts';
import { passingFault } from '../support/examples.ts';
import { judged, matrixOf } from './matrix.ts';

/** A decision in a word or two: `keep A`, `failed/refuted B`, `no-agreement A`. */
function word(decision: SolutionDecision | SuiteDecision): string {
  if (decision.kind === 'supported' || decision.kind === 'unjudged') return decision.kind;
  const suite = 'suite' in decision && decision.suite !== undefined ? ` ${decision.suite}` : '';
  if (decision.kind === 'keep') return `keep${suite}`;
  const { reason } = decision;
  if (reason.kind === 'failed') return `failed/${reason.verdict.kind}${suite}`;
  return `${reason.kind === 'unproven' ? reason.because : reason.kind}${suite}`;
}

const fates = (matrix: TaskMatrix) => ({
  solutions: decideTask(matrix).solutions.map(word),
  suites: decideTask(matrix).suites.map(word),
});

function kept(matrix: TaskMatrix): Extract<Decision, { kind: 'keep' }> {
  const found = decideTask(matrix).solutions.find((decision) => decision.kind === 'keep');
  if (!found) throw new Error('nothing was kept');
  return found;
}

const checks = (passed: number, skipped = 0): Judgement => {
  const run = Array.from({ length: passed - 1 }, () => ({ name: 'n', outcome: 'passed' as const }));
  const rest = Array.from({ length: skipped }, () => ({ name: 'n', outcome: 'skipped' as const }));
  return judged({ kind: 'accepted', checks: [{ name: 'n', outcome: 'passed' }, ...run, ...rest] });
};

describe('decideTask', () => {
  test.each([
    ['keeps what every suite accepts', ['++', '--'], ['keep A', 'failed/refuted A'], ['supported', 'supported']],
    [
      'drops what one supported suite rejects',
      ['++', '+-'],
      ['keep B', 'failed/refuted B'],
      ['supported', 'supported'],
    ],
    ['keeps all that agree', ['+', '+', '+'], ['keep A', 'keep A', 'keep A'], ['supported']],
    [
      'has no use for a suite that accepts nothing',
      ['+-', '--'],
      ['keep A', 'failed/refuted A'],
      ['supported', 'unsupported'],
    ],
    [
      'drops both where two suites contradict each other',
      ['+-', '-+'],
      ['no-agreement B', 'no-agreement A'],
      ['supported', 'supported'],
    ],
    [
      'tells what all suites reject from what they disagree about',
      ['+-', '-+', '--'],
      ['no-agreement B', 'no-agreement A', 'failed/refuted A'],
      ['supported', 'supported'],
    ],
    [
      'blames a suite that does not run at all',
      ['+s', '-s'],
      ['keep A', 'failed/refuted A'],
      ['supported', 'failed/malformed'],
    ],
    ['has nothing to go by where only suites are broken', ['s', 's'], ['no-suite', 'no-suite'], ['failed/malformed']],
    [
      'says what is a solution’s own failure where no suite is supported',
      ['st', 'ss'],
      ['failed/ill-typed B', 'no-suite'],
      ['failed/malformed', 'failed/malformed'],
    ],
    [
      'refutes where the only suite accepts nothing',
      ['-', '-'],
      ['failed/refuted A', 'failed/refuted A'],
      ['unsupported'],
    ],
    ['leaves unjudged what a fault touched', ['+', '?'], ['keep A', 'unjudged'], ['supported']],
    [
      'leaves a suite unjudged that nothing was judged by',
      ['+?', '-?'],
      ['unjudged', 'unjudged'],
      ['supported', 'unjudged'],
    ],
    [
      'leaves a suite unjudged that may yet accept something',
      ['-', '?'],
      ['failed/refuted A', 'unjudged'],
      ['unjudged'],
    ],
  ])('%s: %j', (_what, rows, solutions, suites) => {
    expect(fates(matrixOf(rows))).toEqual({ solutions, suites });
  });

  test('has no suite to go by where none was written, and no solution where none was', () => {
    expect(fates(matrixOf(['', '']))).toEqual({ solutions: ['no-suite', 'no-suite'], suites: [] });
    expect(fates(matrixOf([], 2))).toEqual({ solutions: [], suites: ['unsupported', 'unsupported'] });
  });

  test('hands on the verdict that a drop rests on, and the fault', () => {
    const { solutions } = decideTask(matrixOf(['++', '-t', '?+']));
    expect(solutions[1]).toMatchObject({ suite: 'A', reason: { verdict: { kind: 'refuted', failed: 1, total: 1 } } });
    expect(solutions[2]).toEqual({ kind: 'unjudged', fault: passingFault });
  });

  test('records what every suite showed and who agrees', () => {
    expect(kept(matrixOf(['++-', '++-', '+--']))).toEqual({
      kind: 'keep',
      suite: 'B',
      confidence: 0.667,
      evidence: {
        suites: [
          { suite: 'A', blind: true, tests: 1, acceptedSolutions: 3, refutedSolutions: 0 },
          { suite: 'B', blind: true, tests: 1, acceptedSolutions: 2, refutedSolutions: 1 },
          { suite: 'C', blind: true, tests: 1, acceptedSolutions: 0, refutedSolutions: 3 },
        ],
        agreeing: 2,
        judged: 3,
      },
    });
  });

  test('does not count as agreeing what was not judged', () => {
    const { evidence, confidence } = kept(matrixOf(['+---', '+???']));
    expect(evidence).toMatchObject({ agreeing: 1, judged: 1 });
    expect(confidence).toBe(0.5);
  });
});

describe('the suite that a kept solution stands with', () => {
  const suites = [
    { id: 'A', blind: false },
    { id: 'B', blind: true },
    { id: 'C', blind: true },
  ];
  const accepted = checks(2);
  const refuted = judged({ kind: 'refuted', by: { name: 'n', outcome: 'failed' }, failed: 1, total: 2 });

  test('refutes most', () => {
    const judgements = [
      [checks(9), accepted, accepted],
      [accepted, accepted, refuted],
    ];
    expect(kept({ suites, judgements }).suite).toBe('C');
  });

  test('then has most tests, those of a refuted run too, skipped ones not counted', () => {
    expect(kept({ suites, judgements: [[checks(3), checks(4), checks(2, 5)]] }).suite).toBe('B');
    const many = judged({ kind: 'refuted', by: { name: 'n', outcome: 'failed' }, failed: 1, total: 9 });
    const judgements = [
      [accepted, accepted, accepted],
      [refuted, refuted, many],
    ];
    expect(kept({ suites, judgements }).suite).toBe('C');
  });

  test('then was written blind, then comes first', () => {
    expect(kept({ suites, judgements: [[accepted, accepted, accepted]] }).suite).toBe('B');
  });
});
