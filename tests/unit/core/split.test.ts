import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitNames, splitOf, type SplitShares } from '../../../src/core/split.ts';

const shares = fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })).map(([a, b]): SplitShares => {
  const [low, high] = [Math.min(a, b) / 10, Math.max(a, b) / 10];
  return { train: low, validation: high - low, test: 1 - high };
});

describe('splitOf', () => {
  test('depends on nothing but the group and the shares', () => {
    fc.assert(
      fc.property(fc.string(), shares, (group, given) => {
        expect(splitNames(given)).toContain(splitOf(group, given));
        expect(splitOf(group, { ...given })).toBe(splitOf(group, given));
      }),
    );
    expect(
      ['task_a', 'task_b', 'task_c', 'task_d'].map((id) => splitOf(id, { train: 0.5, validation: 0.25, test: 0.25 })),
    ).toMatchInlineSnapshot(`
      [
        "validation",
        "test",
        "train",
        "validation",
      ]
    `);
  });

  test('gives each split its share', () => {
    const given: SplitShares = { train: 0.7, validation: 0.1, test: 0.2 };
    const splits = Array.from({ length: 5000 }, (_, index) => splitOf(`task_${index}`, given));
    for (const name of splitNames(given)) {
      const share = splits.filter((split) => split === name).length / splits.length;
      expect(Math.abs(share - (given[name] ?? 0)), name).toBeLessThan(0.025);
    }
  });

  test('puts nothing into a split without a share', () => {
    fc.assert(
      fc.property(fc.string(), (group) => {
        expect(splitOf(group, { train: 1, validation: 0, test: 0 })).toBe('train');
        expect(splitOf(group, { train: 0, validation: 1, test: 0 })).toBe('validation');
        expect(splitOf(group, { train: 0, validation: 0, test: 1 })).toBe('test');
      }),
    );
  });

  test('only takes rows into the training split when its share grows', () => {
    fc.assert(
      fc.property(fc.string(), (group) => {
        const before = splitOf(group, { train: 0.5, validation: 0.25, test: 0.25 });
        const after = splitOf(group, { train: 0.8, validation: 0.1, test: 0.1 });
        if (before === 'train') expect(after).toBe('train');
      }),
    );
  });

  test('takes any names, and the last split takes what rounding leaves', () => {
    const thirds = { alpha: 0.1, beta: 0.2, gamma: 0.7 - 1e-12 };
    const splits = new Set(Array.from({ length: 200 }, (_, index) => splitOf(`group ${index}`, thirds)));
    expect([...splits].toSorted()).toEqual(['alpha', 'beta', 'gamma']);
    expect(splitOf('any', { tiny: 1e-15 })).toBe('tiny');
  });
});
