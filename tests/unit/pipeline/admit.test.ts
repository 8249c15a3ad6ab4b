import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Tally, unbalanced, type StageCounts } from '../../../src/core/accounting.ts';
import { drawOf } from '../../../src/core/draw.ts';
import { Admission, type SettledLane } from '../../../src/pipeline/admit.ts';
import { seedOf } from '../support/examples.ts';

/** A program that resembles no program of another number. */
const program = (n: number): string => Array.from({ length: 30 }, (_, line) => `call.m${n}_${line}();`).join('\n');

/** A lane whose accepted samples are `name:program`; its counts say that they were accepted. */
function lane(name: string, programs: readonly number[]): SettledLane {
  const counts = new Tally();
  counts.make('decide', 'accepted', programs.length);
  const accepted = programs.map((n, index) => ({ sample: `${name}:${index}`, code: program(n) }));
  return { draw: drawOf(seedOf({ id: `t/${name}` })), summary: { counts: counts.table(), accepted } };
}

function deduplicated(admission: Admission): StageCounts {
  return admission.tally.table().deduplicate;
}

describe('Admission', () => {
  test('keeps new samples and names what a repeated one repeats, over all lanes', () => {
    const admission = new Admission({ nearDuplicate: 0.7, target: null });
    const first = admission.admit(lane('a', [1, 2, 1]));
    const second = admission.admit(lane('b', [2, 3]));
    expect([first.kept, second.kept]).toEqual([['a:0', 'a:1'], ['b:1']]);
    expect([...first.duplicates, ...second.duplicates]).toEqual([
      ['a:2', 'a:0'],
      ['b:0', 'a:1'],
    ]);
    expect(deduplicated(admission)).toMatchObject({
      in: 5,
      kept: 3,
      dropped: { duplicate: 2 },
      pending: 0,
      made: { sample: 3 },
    });
  });

  test('leaves pending what comes after the target, repeated or not', () => {
    const admission = new Admission({ nearDuplicate: 0.7, target: 2 });
    expect(admission.full).toBe(false);
    const admitted = admission.admit(lane('a', [1, 1, 2, 3, 1]));
    expect([admitted.kept, admission.kept, admission.full]).toEqual([['a:0', 'a:2'], 2, true]);
    expect(admission.admit(lane('b', [1, 4])).kept).toEqual([]);
    expect(deduplicated(admission)).toMatchObject({ in: 7, kept: 2, dropped: { duplicate: 1 }, pending: 4 });
  });

  const lanes = fc.array(fc.array(fc.nat(5), { maxLength: 4 }), { maxLength: 5 });
  const admitAll = (given: readonly (readonly number[])[], target: number | null) => {
    const admission = new Admission({ nearDuplicate: 0.7, target });
    return { admission, kept: given.flatMap((programs, index) => admission.admit(lane(`l${index}`, programs)).kept) };
  };

  test('accounts for every sample, and never keeps two that are alike or more than the target', () => {
    const accounts = fc.property(lanes, fc.option(fc.integer({ min: 1, max: 8 })), (given, target) => {
      const { admission, kept } = admitAll(given, target);
      const distinct = new Set(given.flat()).size;
      expect(unbalanced(admission.tally.table())).toEqual([]);
      expect(kept).toHaveLength(Math.min(distinct, target ?? distinct));
      expect(admission.kept).toBe(kept.length);
    });
    fc.assert(accounts, { numRuns: 50 });
  });

  test('takes the pending first when the target is raised: a prefix stays as it is', () => {
    const grows = fc.property(lanes, fc.integer({ min: 1, max: 8 }), (given, target) => {
      const [low, high] = [admitAll(given, target).kept, admitAll(given, target + 2).kept];
      expect(high.slice(0, low.length)).toEqual(low);
    });
    fc.assert(grows, { numRuns: 50 });
  });

  test('goes back to a checkpoint: what was counted since is gone', () => {
    const admission = new Admission({ nearDuplicate: 0.7, target: 3 });
    admission.admit(lane('a', [1]));
    const [undo, before] = [admission.checkpoint(), admission.tally.table()];
    admission.admit(lane('b', [2, 2]));
    admission.tally.count('judge', { kind: 'kept' });
    undo();
    expect([admission.kept, admission.tally.table()]).toEqual([1, before]);
  });
});
