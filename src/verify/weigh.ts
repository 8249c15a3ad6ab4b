import type { DropReason } from '../core/decision.ts';
import type { BehaviourEvidence, MutationEvidence } from '../core/evidence.ts';
import { type Confidence, confidenceFrom, confidenceOf } from './confidence.ts';
import type { SolutionDecision, TaskDecision } from './decide.ts';
import type { Policy } from './policy.ts';
import { vacuousStubs } from './vacuous.ts';

/** What is known of one solution beside its verdicts. */
export interface SolutionProof {
  /** Its row's suite on mutants of it. */
  readonly mutation?: MutationEvidence;
  readonly behaviour?: BehaviourEvidence;
  /** The argument list of a call that changed it, or answered differently the second time. */
  readonly impure?: string;
  readonly unsteady?: string;
}

type Keep = Extract<SolutionDecision, { kind: 'keep' }>;

/**
 * Decides about what the verdicts alone would keep: drops what is impure, what stands against an agreed majority, what
 * is proven by tests that do not bite, and what the evidence makes less sure than the policy asks for.
 *
 * @param proofs One for each solution, in order.
 */
export function weighTask(decision: TaskDecision, proofs: readonly SolutionProof[], policy: Policy): TaskDecision {
  const solutions = decision.solutions.map((fate, index) =>
    fate.kind === 'keep' ? weigh(fate, { ...proofs[index], suites: witnesses(decision, fate) }, policy) : fate,
  );
  return { ...decision, solutions };
}

/**
 * How many suites speak for a kept solution. A repair holds what the suite before it held, and a revision most of it:
 * that it is passed as well says little.
 */
function witnesses({ suites }: TaskDecision, { evidence }: Keep): number {
  const supported = evidence.suites.filter((_, index) => suites[index]?.kind === 'supported');
  const ids = new Set(supported.map(({ suite }) => suite));
  return supported.filter(({ repairOf, revisionOf = '' }) => repairOf === undefined && !ids.has(revisionOf)).length;
}

function weigh(keep: Keep, proof: SolutionProof & { readonly suites: number }, policy: Policy): SolutionDecision {
  const { mutation, behaviour, suites } = proof;
  const { confidence, signals } = confidenceOf({
    suites,
    ...(mutation && { mutation }),
    ...(behaviour && { behaviour }),
  });
  const reason = objection(proof, policy) ?? unsure({ confidence, signals }, proof, policy);
  if (reason) return { kind: 'drop', suite: keep.suite, reason };
  const evidence = { ...keep.evidence, ...(mutation && { mutation }), ...(behaviour && { behaviour }), signals };
  return { ...keep, confidence, evidence };
}

/** What speaks against a solution however sure all else makes us. */
function objection({ impure, unsteady, behaviour, mutation }: SolutionProof, policy: Policy): DropReason | undefined {
  if (impure !== undefined) return { kind: 'impure', input: impure };
  if (unsteady !== undefined) return { kind: 'unsteady', input: unsteady };
  const difference = behaviour?.differences.find(({ throwing }) => throwing === 0);
  if (difference) return { kind: 'unproven', because: 'no-agreement', difference };
  const stubs = vacuousStubs(mutation);
  if (stubs.length > 0) return { kind: 'unproven', because: 'vacuous-suite', stubs };
  const isWeak = mutation?.kind === 'scored' && (mutation.score ?? 1) < policy.mutationScore;
  return isWeak ? mutantsSurvive(mutation) : undefined;
}

function mutantsSurvive(mutation: SolutionProof['mutation']): DropReason | undefined {
  if (mutation?.kind !== 'scored' || mutation.score === undefined) return undefined;
  const { score, survived, uncovered } = mutation;
  return { kind: 'unproven', because: 'mutants-survive', score, survived: [...survived, ...uncovered] };
}

/** Where it is the mutants that make it unsure, better tests would help, and the reason says so. */
function unsure(
  { confidence, signals }: Confidence,
  { mutation }: SolutionProof,
  policy: Policy,
): DropReason | undefined {
  if (confidence >= policy.confidence) return undefined;
  const { mutation: _, ...others } = signals;
  const isByMutants = signals['mutation'] !== undefined && confidenceFrom(others) >= policy.confidence;
  const weak = isByMutants ? mutantsSurvive(mutation) : undefined;
  return weak ?? { kind: 'unproven', because: 'low-confidence', confidence };
}
