import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { BehaviourEvidence, MutationEvidence } from '../../../src/core/evidence.ts';
import { confidenceOf } from '../../../src/verify/confidence.ts';
import { decideTask } from '../../../src/verify/decide.ts';
import { policyOf } from '../../../src/verify/policy.ts';
import { type SolutionProof, weighTask } from '../../../src/verify/weigh.ts';
import { matrixOf } from './matrix.ts';

const unset = { confidence: null, mutationScore: null };
const lenient = policyOf('lenient', unset);
const strict = policyOf('strict', unset);

function behaviourOf(more: Partial<BehaviourEvidence> = {}): BehaviourEvidence {
  return {
    from: 'types',
    calls: 100,
    counting: 100,
    share: 1,
    group: 3,
    peers: 3,
    majority: 'agreed',
    throws: 0,
    differences: [],
    ...more,
  };
}

function scored(score: number, acceptedStubs: readonly string[] = []): MutationEvidence {
  const survivor = { line: 1, mutator: 'BooleanLiteral', original: 'true', replacement: 'false' };
  return {
    kind: 'scored',
    total: 10,
    killed: Math.round(score * 10),
    stopped: 0,
    survived: score < 1 ? [survivor] : [],
    uncovered: [],
    equivalent: 0,
    untried: 0,
    score,
    acceptedStubs,
  };
}

/** What is decided about the first of two solutions, which all suites accept. */
function weighed(proof: SolutionProof, policy = lenient) {
  return weighTask(decideTask(matrixOf(['+', '-'])), [proof, {}], policy).solutions[0];
}

describe('the suites that speak for a solution', () => {
  const signal = (changes: Readonly<Record<number, object>>, rows: readonly string[] = ['++', '-+']) => {
    const matrix = matrixOf(rows);
    const suites = matrix.suites.map((suite, index) => ({ ...suite, ...changes[index] }));
    const [kept] = weighTask(decideTask({ ...matrix, suites }), [{}, {}], lenient).solutions;
    return kept?.kind === 'keep' ? kept.confidence : undefined;
  };

  test('do not count a revision of one that speaks for it already', () => {
    const two = signal({});
    const revised = signal({ 1: { revisionOf: 'A' } });
    expect(revised).toBeLessThan(two ?? 0);
    expect(signal({ 1: { repairOf: 'A' } })).toBe(revised);
  });

  test('count a revision of one that accepts nothing', () => {
    expect(signal({ 1: { revisionOf: 'A' } }, ['-+', '-+'])).toBe(signal({}, ['-+', '-+']));
  });
});

describe('weighTask', () => {
  test('keeps what nothing speaks against, with all the numbers', () => {
    const proof = { mutation: scored(0.95), behaviour: behaviourOf() };
    const kept = weighed(proof, strict);
    expect(kept).toMatchObject({ kind: 'keep', suite: 'A', evidence: { ...proof } });
    expect(kept).toHaveProperty('evidence.signals.agreement.value', 1);
  });

  const difference = { input: '[1]', own: '2', plurality: '3', peers: 2, throwing: 0 };

  test.each<[string, SolutionProof, object]>([
    ['changes its arguments', { impure: '[[2, 1]]' }, { kind: 'impure', input: '[[2, 1]]' }],
    ['is not steady', { unsteady: '[]' }, { kind: 'unsteady', input: '[]' }],
    [
      'stands alone on an input that nobody throws on',
      { behaviour: behaviourOf({ differences: [difference] }) },
      { kind: 'unproven', because: 'no-agreement', difference },
    ],
    [
      'is proven by tests that accept a stub',
      { mutation: scored(0.8, ['zero']) },
      { kind: 'unproven', because: 'vacuous-suite', stubs: ['zero'] },
    ],
  ])('drops, whatever the profile, what %s', (_what, proof, reason) => {
    expect(weighed(proof)).toEqual({ kind: 'drop', suite: 'A', reason });
  });

  test('takes a stub that a thorough suite accepts for what the function is to do', () => {
    expect(weighed({ mutation: scored(1, ['argument']) })?.kind).toBe('keep');
    expect(weighed({ mutation: scored(1, ['argument', 'zero']) })?.kind).toBe('drop');
  });

  test('counts no suite that is dismissed as one that speaks for a solution', () => {
    const matrix = matrixOf(['++', '--']);
    const dismissed = { kind: 'contradicted', agreeing: 3 } as const;
    const suites = matrix.suites.map((suite, index) => (index === 0 ? { ...suite, dismissed } : suite));
    const [kept] = weighTask(decideTask({ ...matrix, suites }), [{}, {}], lenient).solutions;
    expect(kept).toMatchObject({ kind: 'keep', evidence: { signals: { passes: { value: 1 } } } });
  });

  test('forgives a difference on an input that others throw on', () => {
    expect(weighed({ behaviour: behaviourOf({ differences: [{ ...difference, throwing: 1 }] }) })?.kind).toBe('keep');
  });

  test('drops what the policy finds too weakly proven', () => {
    expect(weighed({ mutation: scored(0.2) }, { confidence: 0, mutationScore: 0.4 })).toMatchObject({
      kind: 'drop',
      reason: { because: 'mutants-survive', score: 0.2, survived: [{ line: 1 }] },
    });
    expect(weighed({ behaviour: behaviourOf({ majority: 'alone', group: 1 }) }, strict)).toMatchObject({
      kind: 'drop',
      reason: { because: 'low-confidence' },
    });
  });

  test('says that mutants survive where it is they that make it unsure', () => {
    const balanced = policyOf('balanced', unset);
    expect(weighed({ mutation: scored(0.5) }, balanced)).toMatchObject({
      kind: 'drop',
      reason: { because: 'mutants-survive', score: 0.5, survived: [{ line: 1 }] },
    });
    const outvoted = behaviourOf({ majority: 'scattered' });
    expect(weighed({ mutation: scored(0.5), behaviour: outvoted }, balanced)).toMatchObject({
      reason: { because: 'low-confidence' },
    });
  });

  test('takes what could not be tried for neither good nor bad', () => {
    expect(weighed({ mutation: { kind: 'unscored', because: 'no' } }, policyOf('balanced', unset))?.kind).toBe('keep');
  });

  test('leaves all other decisions as they are', () => {
    const decision = decideTask(matrixOf(['+', '-', '?']));
    expect(weighTask(decision, [], lenient).solutions.slice(1)).toEqual(decision.solutions.slice(1));
    expect(weighTask(decision, [], lenient).suites).toEqual(decision.suites);
  });
});

describe('confidenceOf', () => {
  const evidence = fc.record({
    group: fc.integer({ min: 2, max: 9 }),
    score: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  property.prop([evidence, fc.integer({ min: 1, max: 5 })])(
    'grows with all that speaks for a solution',
    (one, suites) => {
      const at = (group: number, score: number, count: number): number =>
        confidenceOf({ suites: count, mutation: scored(score), behaviour: behaviourOf({ group }) }).confidence;
      const base = at(one.group, one.score, suites);
      expect(base).toBeGreaterThan(0);
      expect(base).toBeLessThanOrEqual(1);
      expect(at(one.group + 1, one.score, suites)).toBeGreaterThanOrEqual(base);
      expect(at(one.group, 1, suites)).toBeGreaterThanOrEqual(base);
      expect(at(one.group, one.score, suites + 1)).toBeGreaterThanOrEqual(base);
    },
  );

  test('falls where solutions disagree, most where one stands against an agreed majority', () => {
    const by = (behaviour: BehaviourEvidence): number => confidenceOf({ suites: 1, behaviour }).confidence;
    const alone = by(behaviourOf({ majority: 'alone', group: 1 }));
    const scattered = by(behaviourOf({ majority: 'scattered', group: 2 }));
    const against = by(behaviourOf({ share: 0.9, group: 1 }));
    expect(by(behaviourOf())).toBeGreaterThan(alone);
    expect(alone).toBeGreaterThan(scattered);
    expect(scattered).toBeGreaterThan(against);
  });
});

describe('policyOf', () => {
  test('takes a threshold of its own before the profile’s', () => {
    expect(policyOf('strict', { confidence: 0.5, mutationScore: null })).toEqual({
      confidence: 0.5,
      mutationScore: strict.mutationScore,
    });
  });

  test('asks for more from profile to profile', () => {
    const balanced = policyOf('balanced', unset);
    expect(strict.confidence).toBeGreaterThan(balanced.confidence);
    expect(balanced.confidence).toBeGreaterThan(lenient.confidence);
    expect(strict.mutationScore).toBeGreaterThan(balanced.mutationScore);
  });
});
