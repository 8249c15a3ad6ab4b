import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stageNames, Tally, total, unbalanced, type Fate, type StageName } from '../../../src/core/accounting.ts';

const stage = fc.constantFrom(...stageNames);
const fate: fc.Arbitrary<Fate> = fc.oneof(
  fc.constant<Fate>({ kind: 'kept' }),
  fc.constant<Fate>({ kind: 'pending' }),
  fc.record({ kind: fc.constant('dropped' as const), reason: fc.constantFrom('refuted', 'flaky', 'duplicate') }),
  fc.record({ kind: fc.constant('faulted' as const), code: fc.constantFrom('llm/timeout', 'sandbox/closed') }),
);
const step = fc.tuple(stage, fate, fc.nat(5));

function tallyOf(steps: readonly (readonly [StageName, Fate, number])[]): Tally {
  const tally = new Tally();
  for (const [at, what, times] of steps) tally.count(at, what, times);
  return tally;
}

/** Two seeds drawn, one task written, one of its two solutions kept by its only suite. */
function smallRun(): Tally {
  const tally = new Tally();
  tally.count('draw', { kind: 'kept' }, 2);
  tally.make('draw', 'draw', 2);
  tally.count('task', { kind: 'kept' });
  tally.count('task', { kind: 'faulted', code: 'llm/timeout' });
  tally.make('task', 'solution-request', 2);
  tally.make('task', 'suite-request', 1);
  tally.count('solve', { kind: 'kept' }, 2);
  tally.make('solve', 'solution', 2);
  tally.count('tests', { kind: 'kept' });
  tally.make('tests', 'candidate', 2);
  tally.make('tests', 'suite', 1);
  tally.count('judge', { kind: 'kept' });
  tally.count('judge', { kind: 'dropped', reason: 'refuted' });
  tally.count('support', { kind: 'kept' });
  tally.count('decide', { kind: 'kept' });
  tally.count('decide', { kind: 'dropped', reason: 'refuted' });
  tally.make('decide', 'accepted', 1);
  tally.count('decontaminate', { kind: 'kept' });
  tally.make('decontaminate', 'uncontaminated', 1);
  tally.count('cohere', { kind: 'kept' });
  tally.make('cohere', 'coherent', 1);
  tally.count('deduplicate', { kind: 'pending' });
  return tally;
}

describe('Tally', () => {
  test('what comes in is always what is kept, dropped, faulted or pending', () => {
    const balances = fc.property(fc.array(step), (steps) => {
      const counted = Object.values(tallyOf(steps).table());
      for (const { in: entered, kept, dropped, faults, pending } of counted) {
        expect(entered).toBe(kept + total(dropped) + total(faults) + pending);
      }
      expect(counted.reduce((sum, counts) => sum + counts.in, 0)).toBe(steps.reduce((sum, [, , n]) => sum + n, 0));
    });
    fc.assert(balances);
  });

  test('adding tallies counts as if one had seen everything, in any order', () => {
    const adds = fc.property(fc.array(step), fc.array(step), (left, right) => {
      const sum = tallyOf(left);
      sum.add(tallyOf(right).table());
      const reverse = tallyOf(right);
      reverse.add(tallyOf(left).table());
      expect(sum.table()).toEqual(tallyOf([...left, ...right]).table());
      expect(JSON.stringify(reverse.table())).toBe(JSON.stringify(sum.table()));
    });
    fc.assert(adds);
  });

  test('gives a table that later counts leave as it is', () => {
    const tally = tallyOf([['judge', { kind: 'dropped', reason: 'refuted' }, 1]]);
    const before = tally.table();
    tally.count('judge', { kind: 'dropped', reason: 'refuted' });
    expect(before.judge.dropped).toEqual({ refuted: 1 });
  });

  test('lists every stage with its unit, and the reasons in the order of the alphabet', () => {
    const tally = tallyOf([
      ['judge', { kind: 'dropped', reason: 'refuted' }, 1],
      ['judge', { kind: 'dropped', reason: 'flaky' }, 1],
    ]);
    expect(Object.keys(tally.table())).toEqual([...stageNames]);
    expect(tally.table().judge.unit).toBe('candidate');
    expect(Object.keys(tally.table().judge.dropped)).toEqual(['flaky', 'refuted']);
  });

  test('makes nothing where nothing is given on', () => {
    const tally = new Tally();
    tally.make('solve', 'solution', 0);
    expect(tally.table().solve.made).toEqual({});
  });
});

describe('unbalanced', () => {
  test('is content with a run in which every row is accounted for', () => {
    expect(unbalanced(smallRun().table())).toEqual([]);
    expect(unbalanced(new Tally().table())).toEqual([]);
  });

  test('names the stage that lost a row that was made for it', () => {
    const tally = smallRun();
    tally.make('decide', 'accepted', 1);
    expect(unbalanced(tally.table())).toEqual(['stage decontaminate: earlier stages made 2 accepted, 1 came in']);
  });

  test('names the stage that counts a row that nobody made', () => {
    const tally = smallRun();
    tally.count('judge', { kind: 'kept' });
    expect(unbalanced(tally.table())).toEqual(['stage judge: earlier stages made 2 candidate, 3 came in']);
  });

  test('does not take a unit from a later stage', () => {
    const tally = new Tally();
    tally.make('decide', 'draw', 1);
    tally.count('task', { kind: 'kept' });
    expect(unbalanced(tally.table())).toHaveLength(1);
  });

  test('names the stage whose rows left it uncounted', () => {
    const table = smallRun().table();
    const broken = { ...table, solve: { ...table.solve, kept: 1 } };
    expect(unbalanced(broken)).toEqual(['stage solve: 2 solution-request came in, 1 are accounted for']);
  });

  test('sees any single count that is off', () => {
    const fields = ['in', 'kept', 'pending'] as const;
    const sees = fc.property(stage, fc.constantFrom(...fields), fc.integer({ min: 1, max: 9 }), (at, field, more) => {
      const table = smallRun().table();
      const off = { ...table, [at]: { ...table[at], [field]: table[at][field] + more } };
      expect(unbalanced(off).join()).toContain(`stage ${at}:`);
    });
    fc.assert(sees);
  });
});
