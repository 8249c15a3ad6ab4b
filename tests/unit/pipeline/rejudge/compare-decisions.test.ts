import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { total } from '../../../../src/core/accounting.ts';
import { contentId } from '../../../../src/core/id.ts';
import type { ReasonRow } from '../../../../src/core/rows.ts';
import {
  compareDecisions,
  type DecidedSolution,
  type DecisionState,
} from '../../../../src/pipeline/rejudge/compare-decisions.ts';

const kept = (confidence: number): DecisionState => ({ kept: true, sample: 'sample_1', confidence });
const dropped = (reason: ReasonRow): DecisionState => ({ kept: false, reason });
const refuted = dropped({ kind: 'refuted', failed: 1 });

function decided(code: string, state: DecisionState, task = 'task_1'): DecidedSolution {
  return { task, entryPoint: 'double', code, state };
}

/** What changed about one solution. */
function changeOf(before: DecisionState, after: DecisionState) {
  return compareDecisions([decided('a', before)], [decided('a', after)]);
}

describe('compareDecisions', () => {
  test('names a solution by its task and code, and shows both decisions', () => {
    const { changes } = changeOf(kept(0.9), refuted);
    const solution = contentId('sol', ['task_1', 'a']);
    const names = { task: 'task_1', entry_point: 'double', solution, code: 'a' };
    expect(changes).toEqual([{ ...names, before: kept(0.9), after: refuted }]);
  });

  test('counts what is kept no more by its reason, the most frequent first', () => {
    const unproven = dropped({ kind: 'unproven', because: 'mutants-survive', score: 0.4 });
    const now = [decided('a', refuted), decided('b', unproven), decided('c', unproven), decided('d', kept(1))];
    const before = now.map(({ code }) => decided(code, kept(1)));
    const { comparison, changes } = compareDecisions(before, now);
    expect(comparison).toMatchObject({ kept_before: 4, kept_now: 1, kept_both: 1, kept_now_only: 0 });
    expect(Object.entries(comparison.kept_before_only)).toEqual([
      ['mutants-survive', 2],
      ['refuted', 1],
    ]);
    expect(changes.map(({ code }) => code)).toEqual(['a', 'b', 'c']);
  });

  test.each([
    ['higher', kept(0.5), kept(0.7), { higher: 1, lower: 0 }],
    ['lower', kept(0.7), kept(0.5), { higher: 0, lower: 1 }],
    ['equal', kept(0.7), kept(0.7), { higher: 0, lower: 0 }],
  ])('tells a confidence that is %s', (_what, before, after, confidence) => {
    const { comparison, changes } = changeOf(before, after);
    expect(comparison).toMatchObject({ kept_both: 1, confidence });
    expect(changes).toHaveLength(confidence.higher + confidence.lower);
  });

  test('takes the same reason with other details as no change, and another reason as one', () => {
    expect(changeOf(refuted, dropped({ kind: 'refuted', failed: 2 })).changes).toEqual([]);
    const other = changeOf(refuted, dropped({ kind: 'ill-typed' }));
    expect(other.comparison).toMatchObject({ dropped_both: 1, other_reason: 1 });
    expect(other.changes).toHaveLength(1);
  });

  test('calls what one run does not name undecided', () => {
    const undecided = dropped({ kind: 'undecided' });
    expect(compareDecisions([], [decided('a', kept(1))]).changes).toMatchObject([{ before: undecided }]);
    expect(compareDecisions([decided('a', kept(1))], []).comparison.kept_before_only).toEqual({ undecided: 1 });
  });

  test('keeps apart the same code of two tasks, and counts a solution that was written twice as kept', () => {
    const duplicate = decided('a', dropped({ kind: 'duplicate', of: 'sample_1' }));
    const twice = [decided('a', kept(1)), duplicate, decided('a', refuted, 'task_2')];
    const { comparison } = compareDecisions(twice, twice.toReversed());
    expect(comparison).toMatchObject({ kept_both: 1, dropped_both: 1, kept_before_only: {}, kept_now_only: 0 });
  });

  const states = fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }).map(kept),
    fc.constantFrom('refuted', 'ill-typed', 'no-agreement').map((kind) => dropped({ kind })),
  );
  const runs = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), states));

  test('accounts for every solution of both runs, and lists exactly what changed', () => {
    fc.assert(
      fc.property(runs, runs, (one, other) => {
        const [before, after] = [one, other].map((run) => run.map(([code, state]) => decided(code, state)));
        const { comparison, changes } = compareDecisions(before ?? [], after ?? []);
        const gone = total(comparison.kept_before_only);
        const { confidence, kept_both: both, kept_now_only: added } = comparison;
        expect(both + gone).toBe(comparison.kept_before);
        expect(both + added).toBe(comparison.kept_now);
        expect(both + gone + added + comparison.dropped_both).toBe(
          new Set([...one, ...other].map(([code]) => code)).size,
        );
        const changed = gone + added + confidence.higher + confidence.lower + comparison.other_reason;
        expect(changes).toHaveLength(changed);
      }),
    );
  });

  test('finds no change between a run and itself', () => {
    fc.assert(
      fc.property(runs, (rows) => {
        const run = rows.map(([code, state]) => decided(code, state));
        expect(compareDecisions(run, run).changes).toEqual([]);
      }),
    );
  });
});
