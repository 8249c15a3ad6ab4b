import { describe, expect, test } from 'vitest';
import { badTests } from '../../../../src/verify/agreement/bad-tests.ts';
import { codeTScores, consensusSets } from '../../../../src/verify/agreement/codet.ts';
import type { Majority } from '../../../../src/verify/agreement/group.ts';

describe('CodeT', () => {
  const passed = [
    [true, true, false],
    [true, true, true],
    [true, true, false],
    [false, false, false],
  ];

  test('scores a set by the root of its solutions and by its tests', () => {
    expect(consensusSets(passed)).toEqual([
      { solutions: [1], tests: [0, 1, 2], score: 3 },
      { solutions: [0, 2], tests: [0, 1], score: Math.SQRT2 * 2 },
      { solutions: [3], tests: [], score: 0 },
    ]);
    expect(codeTScores(passed)).toEqual([Math.SQRT2 * 2, 3, Math.SQRT2 * 2, 0]);
  });

  test('scores nothing where there is nothing', () => {
    expect(consensusSets([])).toEqual([]);
    expect(codeTScores([[], []])).toEqual([0, 0]);
  });
});

describe('a bad test', () => {
  const majority: Majority = { kind: 'agreed', group: { members: [0, 1], texts: 2 } };

  test('is one that the majority fails as one', () => {
    const passed = [
      [true, false, false, false],
      [true, false, true, false],
      [true, true, true, false],
    ];
    expect(badTests(passed, majority)).toEqual([
      { test: 1, failedBy: [0, 1], passedBy: [2] },
      { test: 3, failedBy: [0, 1], passedBy: [] },
    ]);
  });

  test('needs an agreed majority', () => {
    expect(badTests([[false], [false]], { kind: 'none', because: 'tie' })).toEqual([]);
  });
});
