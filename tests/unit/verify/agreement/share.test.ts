import { describe, expect, test } from 'vitest';
import { groupByBehaviour } from '../../../../src/verify/agreement/group.ts';
import { outcomeKey } from '../../../../src/verify/agreement/same.ts';
import { voter } from './voters.ts';

describe('shares with the plurality', () => {
  test('name the inputs where a solution stands alone', () => {
    const { shares } = groupByBehaviour([voter(['1', '2']), voter(['1', '2']), voter(['1', '9'])]);
    expect(shares[0]).toEqual({ share: 1, inputs: 2, differences: [] });
    const difference = { input: '[1]', own: '9', plurality: '2', peers: 2, throwing: 0, weight: 2 / 3 };
    expect(shares[2]).toMatchObject({ inputs: 2, differences: [difference] });
    expect(shares[2]?.share).toBeCloseTo(1 / (1 + 2 / 3));
  });

  test('count copies once', () => {
    const copied = { code: 'f = 1' };
    const { shares } = groupByBehaviour([voter(['1'], copied), voter(['1'], copied), voter(['2']), voter(['2'])]);
    expect(shares.map(({ share }) => share)).toEqual([0, 0, 1, 1]);
  });

  test('show first where nobody throws', () => {
    const { shares } = groupByBehaviour([
      ...Array.from({ length: 3 }, () => voter(['1', '2'])),
      voter(['!TypeError', '9']),
      voter(['1', '9']),
    ]);
    expect(shares[3]?.differences.map(({ own, throwing }) => [own, throwing])).toEqual([
      ['9', 0],
      ['throws TypeError', 1],
    ]);
  });

  test('are absent where no input counts', () => {
    expect(groupByBehaviour([voter(['1']), voter(['2'])]).shares[0]).toEqual({ inputs: 0, differences: [] });
  });
});

describe('outcomes are the same', () => {
  const key = (text: string, options = {}): string | undefined => outcomeKey({ kind: 'returned', text }, options);

  test('whatever the error is called', () => {
    expect(outcomeKey({ kind: 'threw', text: 'A' }, {})).toBe(outcomeKey({ kind: 'threw', text: 'B' }, {}));
  });

  test('with null for undefined where that is asked for, outside of strings', () => {
    expect(key('[undefined,"undefined"]', { looseNull: true })).toBe('[null,"undefined"]');
    expect(key('[undefined]')).not.toBe(key('[null]'));
  });

  test('with -0 for 0 unless the sign counts', () => {
    expect(key('[-0,-0.5,"-0",10]')).toBe('[0,-0.5,"-0",10]');
    expect(key('-0', { signedZero: true })).toBe('-0');
  });
});
