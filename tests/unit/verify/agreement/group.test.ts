import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupByBehaviour } from '../../../../src/verify/agreement/group.ts';
import { failedVoter, voter } from './voters.ts';

describe('groups', () => {
  test('are solutions with the same outcomes, the weightiest first', () => {
    const { groups, majority } = groupByBehaviour([voter(['1', '3']), voter(['1', '2']), voter(['1', '2'])]);
    expect(groups).toEqual([
      { members: [1, 2], texts: 2 },
      { members: [0], texts: 1 },
    ]);
    expect(majority).toEqual({ kind: 'agreed', group: groups[0] });
  });

  test('do not hold solutions that failed', () => {
    const { groups, shares } = groupByBehaviour([failedVoter, voter(['1']), voter(['1'])]);
    expect(groups).toEqual([{ members: [1, 2], texts: 2 }]);
    expect(shares[0]).toEqual({ inputs: 0, differences: [] });
  });

  test('take in a solution that was observed on a part of the inputs and contradicts nothing', () => {
    const { groups } = groupByBehaviour([voter(['1', '2']), voter(['1', '?']), voter(['1', '2'])]);
    expect(groups).toEqual([{ members: [0, 1, 2], texts: 3 }]);
  });

  test('are not parted by inputs on which most throw, or on which nothing leads', () => {
    const { groups, counting } = groupByBehaviour([
      voter(['1', '!A', '5']),
      voter(['1', '!B', '6']),
      voter(['1', '7', '7']),
    ]);
    expect(groups).toHaveLength(1);
    expect(counting).toBe(1);
  });
});

describe('solutions that were made from others', () => {
  const derived = { isDerived: true };

  test('are compared with the others, and have no weight', () => {
    const { groups, majority, shares } = groupByBehaviour([
      voter(['1', '2']),
      voter(['1', '2']),
      voter(['1', '3'], derived),
      voter(['1', '3'], derived),
      voter(['1', '3'], derived),
    ]);
    expect(groups).toEqual([
      { members: [0, 1], texts: 2 },
      { members: [2, 3, 4], texts: 0 },
    ]);
    expect(majority).toEqual({ kind: 'agreed', group: groups[0] });
    expect(shares[2]).toMatchObject({ inputs: 2, differences: [{ own: '3', plurality: '2', peers: 2 }] });
  });

  test('make no majority of one that stands alone', () => {
    const { majority } = groupByBehaviour([voter(['1']), voter(['1'], derived), voter(['1'], derived)]);
    expect(majority).toEqual({ kind: 'none', because: 'copies' });
  });
});

describe('no majority is seen', () => {
  const because = (...voters: Parameters<typeof groupByBehaviour>[0]): unknown => groupByBehaviour(voters).majority;

  test('where nothing was observed', () => {
    expect(because(failedVoter)).toEqual({ kind: 'none', because: 'nothing-observed' });
    expect(because()).toEqual({ kind: 'none', because: 'nothing-observed' });
    expect(because(voter(['!A']), voter(['!A']))).toEqual({ kind: 'none', because: 'nothing-observed' });
  });

  test('in a single solution', () => {
    expect(because(voter(['1']), failedVoter)).toEqual({ kind: 'none', because: 'alone' });
  });

  test('in two groups of the same weight', () => {
    const tied = [voter(['1', '1']), voter(['1', '1']), voter(['2', '2']), voter(['2', '2']), voter(['2', '1'])];
    expect(because(...tied)).toEqual({ kind: 'none', because: 'tie' });
  });

  test('in copies of one text', () => {
    const same = { code: 'const f = (a) => a + 1; // one' };
    const renamed = { code: 'let f = b => (b + 1)' };
    expect(because(voter(['1'], same), voter(['1'], same))).toEqual({ kind: 'none', because: 'copies' });
    const copy = { code: 'let f = (b)  => b + 1' };
    expect(because(voter(['1'], same), voter(['1'], copy))).toEqual({ kind: 'none', because: 'copies' });
    expect(because(voter(['1'], same), voter(['1'], renamed))).toMatchObject({ kind: 'agreed' });
  });

  test('in answers of one model at temperature 0', () => {
    const cold = { source: { model: 'a', temperature: 0 } };
    const other = { source: { model: 'b', temperature: 0 } };
    expect(because(voter(['1'], cold), voter(['1'], cold))).toEqual({ kind: 'none', because: 'one-source' });
    expect(because(voter(['1'], cold), voter(['1'], other))).toMatchObject({ kind: 'agreed' });
    expect(because(voter(['1'], cold), voter(['1']))).toMatchObject({ kind: 'agreed' });
  });

  test('where the largest group has no more than half of the weight', () => {
    const voters = ['1 1', '1 1', '1 2', '2 1'].map((words) => voter(words.split(' ')));
    expect(because(...voters)).toEqual({ kind: 'none', because: 'scattered' });
  });
});

describe('laws', () => {
  const outcomes = fc.array(fc.constantFrom('1', '2', '3', '!E', '?'), { minLength: 4, maxLength: 4 });
  const voters = fc.array(outcomes, { maxLength: 7 }).map((lists) => lists.map((list) => voter(list)));

  test('every observed solution is in exactly one group, and shares lie between 0 and 1', () => {
    fc.assert(
      fc.property(voters, (list) => {
        const { groups, shares } = groupByBehaviour(list);
        const members = groups.flatMap((group) => group.members).toSorted((a, b) => a - b);
        expect(members).toEqual(list.map((_, index) => index));
        for (const { share = 0 } of shares) expect(share >= 0 && share <= 1).toBe(true);
      }),
      { seed: 1 },
    );
  });

  test('an agreed majority gives the plurality on all inputs', () => {
    fc.assert(
      fc.property(voters, (list) => {
        const { majority, shares } = groupByBehaviour(list);
        if (majority.kind === 'none') return;
        for (const member of majority.group.members) expect(shares[member]?.differences).toEqual([]);
      }),
      { seed: 2, numRuns: 500 },
    );
  });
});
