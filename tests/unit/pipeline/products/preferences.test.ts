import { describe, expect, test } from 'vitest';
import { taskPrompt } from '../../../../src/core/task-prompt.ts';
import type { Judgement, Verdict } from '../../../../src/core/verdict.ts';
import { preferencesOf } from '../../../../src/pipeline/products/preferences.ts';
import type { Rival } from '../../../../src/pipeline/products/rival.ts';
import { passingFault, sampleOf } from '../../support/examples.ts';

const sample = sampleOf();

function judged(verdict: Verdict): Judgement {
  return { kind: 'judged', verdict };
}

function refuted(failed: number, total: number, code = `fails ${failed} of ${total}`): Rival {
  return { code, judgement: judged({ kind: 'refuted', by: { name: 't', outcome: 'failed' }, failed, total }) };
}

describe('preferencesOf', () => {
  test('sets the sample over a solution that fails enough of its tests', () => {
    expect(preferencesOf(sample, [refuted(2, 3)])).toEqual([
      {
        id: expect.stringMatching(/^pref_[0-9a-f]{16}$/u) as string,
        prompt: taskPrompt(sample.task),
        chosen: sample.solution,
        rejected: 'fails 2 of 3',
        chosen_pass_rate: 1,
        rejected_pass_rate: 0.333,
        sample: 'sample_1',
      },
    ]);
  });

  test.each([
    [1, 10, false],
    [3, 10, false],
    [4, 10, true],
    [2, 5, true],
    [9, 10, true],
    [10, 10, false],
  ])('a solution that fails %i of %i: %j', (failed, total, expected) => {
    expect(preferencesOf(sample, [refuted(failed, total)]).length === 1).toBe(expected);
  });

  test('makes nothing of what was not refuted', () => {
    const others: (Judgement | undefined)[] = [
      judged({ kind: 'accepted', checks: [{ name: 't', outcome: 'passed' }] }),
      judged({ kind: 'stopped', side: 'solution', limit: 'cpu' }),
      { kind: 'unjudged', fault: passingFault },
      undefined,
    ];
    expect(
      preferencesOf(
        sample,
        others.map((judgement) => ({ code: 'c', judgement })),
      ),
    ).toEqual([]);
  });

  test('keeps the order of the rivals, and takes equal ones once', () => {
    const rows = preferencesOf(sample, [refuted(5, 6, 'b'), refuted(4, 6, 'a'), refuted(5, 6, 'b')]);
    expect(rows.map(({ rejected }) => rejected)).toEqual(['b', 'a']);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
  });
});
