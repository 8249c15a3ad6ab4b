import { describe, expect, test } from 'vitest';
import type { MutationEvidence } from '../../../src/core/evidence.ts';
import { ok } from '../../../src/core/fault.ts';
import type { Behaviour, Call } from '../../../src/verify/behaviour/behaviour.ts';
import { policyOf } from '../../../src/verify/policy.ts';
import { prove } from '../../../src/verify/prove.ts';
import type { Provers, Trial } from '../../../src/verify/trial.ts';
import { passingFault } from '../support/examples.ts';
import { matrixOf } from './matrix.ts';

const lenient = policyOf('lenient', { confidence: null, mutationScore: null });

/** A trial from rows of marks as in `matrixOf`; what a solution answers is the second part of each row. */
function trialOf(rows: readonly (readonly [marks: string, answers: string])[], statement = ''): Trial {
  const { suites, judgements } = matrixOf(rows.map(([marks]) => marks));
  return {
    statement,
    entryPoint: 'f',
    seed: 1,
    solutions: rows.map(([, answers], index) => ({
      code: `const f${'g'.repeat(index)} = ${index} + '${answers}';`,
      source: { model: `m${index}` },
    })),
    suites: suites.map((suite) => ({ ...suite, code: suite.id })),
    judgements,
    inputs: { from: 'examples', arbitrary: 'fc.tuple()', examples: [] },
  };
}

/**
 * One call for each letter: the answer is the letter; an upper-case one says that the argument was changed too. `~` is an
 * `a` that is answered differently the second time, `@` an `a` that is shared with the caller.
 */
function behaviourOf(answers: string): Behaviour {
  const calls = Array.from(answers, (letter, at): Call => {
    const text = '~@'.includes(letter) ? 'a' : letter.toLowerCase();
    const shared = letter === '@' && ({ aliased: 'results' } as const);
    const changed = letter !== letter.toLowerCase();
    return { input: `[${at}]`, outcome: { kind: 'returned', text }, changed, unsteady: letter === '~', ...shared };
  });
  return { kind: 'observed', calls };
}

const strong: MutationEvidence = {
  kind: 'scored',
  total: 4,
  killed: 4,
  stopped: 0,
  survived: [],
  uncovered: [],
  equivalent: 0,
  untried: 0,
  score: 1,
  acceptedStubs: [],
};

const provers: Provers = {
  mutate: () => Promise.resolve(ok(strong)),
  observe: ({ solution }) => Promise.resolve(ok(behaviourOf(/'(.*)'/.exec(solution)?.[1] ?? ''))),
};

async function decided(trial: Trial, more: Partial<Provers> = {}, policy = lenient) {
  const proven = await prove({ ...provers, ...more }, trial, policy);
  if (!proven.ok) throw new Error(proven.fault.message);
  return proven.value;
}

describe('prove', () => {
  test('keeps solutions that agree, and says how many there are', async () => {
    const { solutions } = await decided(
      trialOf([
        ['+', 'ab'],
        ['+', 'ab'],
        ['-', 'zz'],
      ]),
    );
    expect(solutions.map(({ kind }) => kind)).toEqual(['keep', 'keep', 'drop']);
    expect(solutions[0]).toMatchObject({
      evidence: { mutation: strong, behaviour: { group: 2, peers: 2, share: 1, majority: 'agreed' } },
    });
  });

  test('drops what answers otherwise than most do, with the input', async () => {
    const { solutions } = await decided(
      trialOf([
        ['+', 'ab'],
        ['+', 'ab'],
        ['+', 'ax'],
      ]),
    );
    expect(solutions.map(({ kind }) => kind)).toEqual(['keep', 'keep', 'drop']);
    expect(solutions[2]).toMatchObject({
      reason: { because: 'no-agreement', difference: { input: '[1]', own: 'x', plurality: 'b', peers: 2 } },
    });
  });

  test('drops what changes its arguments, unless the statement asks for that', async () => {
    const rows = [
      ['+', 'ab'],
      ['+', 'aB'],
    ] as const;
    const silent = await decided(trialOf(rows));
    expect(silent.solutions[1]).toMatchObject({ kind: 'drop', reason: { kind: 'impure', input: '[1]' } });
    const asking = await decided(trialOf(rows, 'Sort the given array in place.'));
    expect(asking.solutions[1]?.kind).toBe('keep');
  });

  test('drops what shares its results unlike its peers, where the statement says that it does not', async () => {
    const rows = [
      ['+', '@'],
      ['+', 'a'],
      ['+', 'a'],
    ] as const;
    const silent = await decided(trialOf(rows));
    expect(silent.solutions[0]?.kind).toBe('keep');
    const asking = await decided(trialOf(rows, 'The list is a copy.'));
    expect(asking.solutions[0]).toMatchObject({ kind: 'drop', reason: { kind: 'impure', input: '[0]' } });
  });

  test('gives no say to what does not agree with itself', async () => {
    const { solutions } = await decided(
      trialOf([
        ['+', '~b'],
        ['+', '~b'],
        ['+', 'ac'],
        ['+', 'ac'],
      ]),
    );
    expect(solutions[0]).toMatchObject({ kind: 'drop', reason: { kind: 'unsteady', input: '[0]' } });
    expect(solutions[2]).toMatchObject({ kind: 'keep', evidence: { behaviour: { group: 2, peers: 2 } } });
  });

  test('gives no say to what only suites accept that nothing is proven by', async () => {
    const vacuous = { ...strong, score: 0.5, acceptedStubs: ['zero'] };
    const { solutions } = await decided(
      trialOf([
        ['+-', 'b'],
        ['+-', 'b'],
        ['++', 'a'],
        ['-+', 'a'],
      ]),
      { mutate: ({ suite }) => Promise.resolve(ok(suite === 'A' ? vacuous : strong)) },
    );
    expect(solutions[2]).toMatchObject({ kind: 'keep', evidence: { behaviour: { group: 2, peers: 2, share: 1 } } });
  });

  test('asks about stubs before all mutants, and goes on only where a suite accepts one', async () => {
    const asked: string[] = [];
    const { suites } = await decided(trialOf([['++', 'a']]), {
      stubs: ({ suite }) => Promise.resolve(ok({ kind: 'judged', accepted: suite === 'A' ? [] : ['zero'] })),
      mutate: ({ suite }) => {
        asked.push(suite);
        return Promise.resolve(ok({ ...strong, ...(suite === 'B' && { score: 0.5, acceptedStubs: ['zero'] }) }));
      },
    });
    expect(suites.map(({ kind }) => kind)).toEqual(['supported', 'drop']);
    expect(asked).toEqual(['B', 'A']);
  });

  test('goes by no suite that accepts stubs', async () => {
    const vacuous = { ...strong, score: 0.5, acceptedStubs: ['zero'] };
    const mutate: Provers['mutate'] = ({ suite }) => Promise.resolve(ok(suite === 'A' ? vacuous : strong));
    const { suites, solutions } = await decided(
      trialOf([
        ['++', 'a'],
        ['+-', 'a'],
        ['-+', 'a'],
      ]),
      { mutate },
    );
    expect(suites[0]).toMatchObject({ kind: 'drop', reason: { because: 'vacuous-suite', stubs: ['zero'] } });
    expect(solutions.map(({ kind }) => kind)).toEqual(['keep', 'drop', 'keep']);
  });

  test('drops a suite that solutions fail as one which agree with each other', async () => {
    const { suites, solutions } = await decided(
      trialOf([
        ['+-', 'a'],
        ['+-', 'a'],
        ['+-', 'a'],
        ['-+', 'b'],
      ]),
    );
    expect(suites[1]).toMatchObject({ kind: 'drop', reason: { kind: 'contradicted', agreeing: 3 } });
    expect(solutions.map(({ kind }) => kind)).toEqual(['keep', 'keep', 'keep', 'drop']);
  });

  test('asks for each pair once, and for nothing that is switched off', async () => {
    const asked: string[] = [];
    const mutate: Provers['mutate'] = ({ solution, suite }) => {
      asked.push(`${solution} ${suite}`);
      return Promise.resolve(ok(strong));
    };
    await decided(
      trialOf([
        ['++', 'a'],
        ['++', 'a'],
      ]),
      { mutate },
    );
    expect(new Set(asked).size).toBe(asked.length);
    const proven = await prove({}, trialOf([['+', 'aB']]), lenient);
    expect(proven).toMatchObject({ ok: true, value: { solutions: [{ kind: 'keep' }] } });
  });

  test.each<Partial<Provers>>([
    { mutate: () => Promise.resolve({ ok: false, fault: passingFault }) },
    { observe: () => Promise.resolve({ ok: false, fault: passingFault }) },
  ])('hands on a fault of the machinery', async (broken) => {
    const proven = await prove({ ...provers, ...broken }, trialOf([['+', 'a']]), lenient);
    expect(proven).toEqual({ ok: false, fault: passingFault });
  });
});
