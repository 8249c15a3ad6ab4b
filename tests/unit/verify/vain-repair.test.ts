import { describe, expect, test } from 'vitest';
import type { MutationEvidence } from '../../../src/core/evidence.ts';
import { failed, ok } from '../../../src/core/fault.ts';
import { decideTask } from '../../../src/verify/decide.ts';
import { policyOf } from '../../../src/verify/policy.ts';
import { prove } from '../../../src/verify/prove.ts';
import type { Provers, Trial } from '../../../src/verify/trial.ts';
import { passingFault } from '../support/examples.ts';
import { judgementOf } from './matrix.ts';

const balanced = policyOf('balanced', { confidence: null, mutationScore: null });
const survivor = { line: 1, mutator: 'BooleanLiteral', original: 'true', replacement: 'false' };

function scored(score: number): MutationEvidence {
  const counts = { total: 10, killed: score * 10, stopped: 0, equivalent: 0, untried: 0 };
  return { kind: 'scored', ...counts, survived: [survivor], uncovered: [], score, acceptedStubs: [] };
}

/** A trial of the suites A, B and C, of which C repairs A, from one row of marks for each solution. */
function trialOf(rows: readonly string[]): Trial {
  return {
    statement: '',
    seed: 1,
    solutions: rows.map((_, index) => ({ code: `s${index}`, source: { model: 'm' } })),
    suites: [
      { id: 'A', code: 'A', blind: true },
      { id: 'B', code: 'B', blind: true },
      { id: 'C', code: 'C', blind: false, repairOf: 'A' },
    ],
    judgements: rows.map((row) => Array.from(row, judgementOf)),
  };
}

/** What is decided when each suite, by its name, scores so on every solution that it accepts. */
async function decided(rows: readonly string[], scores: Readonly<Record<string, number>>) {
  const mutate: Provers['mutate'] = ({ suite }) => {
    const score = scores[suite];
    return Promise.resolve(ok(score === undefined ? { kind: 'unscored', because: 'no' } : scored(score)));
  };
  const proven = await prove({ mutate }, trialOf(rows), balanced);
  if (!proven.ok) throw new Error(proven.fault.message);
  return proven.value;
}

describe('a repair', () => {
  test('that kills more becomes the row’s suite, though another has as many tests and is blind', async () => {
    const { suites, solutions } = await decided(['+++', '---'], { A: 0.6, B: 0.8, C: 0.7 });
    expect(suites[2]).toEqual({ kind: 'supported' });
    expect(solutions[0]).toMatchObject({ kind: 'keep', suite: 'C', evidence: { mutation: { score: 0.7 } } });
  });

  test('that refutes less does not', async () => {
    const { solutions } = await decided(['+++', '--+'], { A: 0.6, B: 0.6, C: 0.7 });
    expect(solutions[0]).toMatchObject({ suite: 'A' });
  });

  test.each([0.6, 0.5])('that kills no more (%d) is dropped, and all is decided as without it', async (score) => {
    const { suites, solutions } = await decided(['+++', '--+', '++-'], { A: 0.6, B: 0.6, C: score });
    const reason = { kind: 'unproven', because: 'mutants-survive', score, survived: [survivor] };
    expect(suites).toEqual([{ kind: 'supported' }, { kind: 'supported' }, { kind: 'drop', reason }]);
    expect(solutions.map(({ kind }) => kind)).toEqual(['keep', 'drop', 'keep']);
    expect(solutions[0]).toMatchObject({ suite: 'A' });
  });

  test('that accepts nothing of what the suite before accepts is dropped, whatever it kills', async () => {
    const { suites, solutions } = await decided(['++-', '--+'], { A: 0.6, B: 0.6, C: 1 });
    expect(suites[2]).toEqual({ kind: 'drop', reason: { kind: 'unsupported' } });
    expect(solutions[0]).toMatchObject({ kind: 'keep', suite: 'A' });
  });

  test('of a repair comes before it', async () => {
    const { suites, judgements } = trialOf(['+++']);
    const again = { id: 'D', blind: false, repairOf: 'C' };
    const decision = decideTask({
      suites: [...suites, again],
      judgements: judgements.map((row) => [...row, judgementOf('+')]),
    });
    expect(decision.solutions[0]).toMatchObject({ suite: 'D' });
  });

  test('that cannot be compared is gone by as any other suite', async () => {
    for (const scores of [
      { B: 0.6, C: 0.6 },
      { A: 0.6, B: 0.6 },
    ]) {
      expect((await decided(['+++'], scores)).suites[2]).toEqual({ kind: 'supported' });
    }
  });

  test('is no further witness', async () => {
    const repaired = await decided(['+++'], { A: 0.6, B: 0.6, C: 0.7 });
    expect(repaired.solutions[0]).toMatchObject({
      evidence: { signals: { passes: { value: 2 } }, suites: [{}, {}, { suite: 'C', blind: false, repairOf: 'A' }] },
    });
  });

  test('is not gone by where trying it is a fault', async () => {
    const mutate: Provers['mutate'] = ({ suite }) =>
      Promise.resolve(suite === 'C' ? failed(passingFault) : ok(scored(0.6)));
    expect(await prove({ mutate }, trialOf(['+++']), balanced)).toEqual(failed(passingFault));
  });
});
