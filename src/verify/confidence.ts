import type { BehaviourEvidence, MutationEvidence, SignalEvidence } from '../core/evidence.ts';

export interface Signals {
  /** Suites that accept the solution. */
  readonly suites: number;
  readonly mutation?: MutationEvidence;
  readonly behaviour?: BehaviourEvidence;
}

export interface Confidence {
  /** Estimated probability that the solution is right, from 0 to 1, in thousandths. */
  readonly confidence: number;
  readonly signals: Readonly<Record<string, SignalEvidence>>;
}

/**
 * How sure the evidence makes us, as the sum of what each signal says in log-odds. The weights were set by what answers
 * of six models to 149 public problems showed (`npm run bench -- keep-precision --data FILE` prints what they are worth
 * on a set with known answers).
 */
export function confidenceOf({ suites, mutation, behaviour }: Signals): Confidence {
  const signals: Confidence['signals'] = {
    // Of seven answers that pass a few examples, six are right.
    passes: { value: suites, weight: thousandths(1.9 + 0.7 * Math.min(2, Math.max(0, suites - 1))) },
    ...(mutation?.kind === 'scored' && mutation.score !== undefined && { mutation: mutationSignal(mutation.score) }),
    ...(behaviour && { agreement: agreementSignal(behaviour) }),
  };
  return { confidence: confidenceFrom(signals), signals };
}

/** The probability that weights in log-odds add up to. */
export function confidenceFrom(signals: Confidence['signals']): number {
  const odds = Object.values(signals).reduce((sum, { weight }) => sum + weight, 0);
  return thousandths(1 / (1 + Math.exp(-odds)));
}

function mutationSignal(score: number): SignalEvidence {
  return { value: score, weight: thousandths(3 * (score - 0.7)) };
}

/** Independent solutions seldom make the same mistake; what stands against most others mostly does. */
function agreementSignal({ group, share, majority }: BehaviourEvidence): SignalEvidence {
  const value = share ?? 1;
  if (majority === 'agreed') {
    return value === 1 ? { value, weight: thousandths(0.3 * Math.log2(group)) } : { value, weight: -3 };
  }
  if (majority === 'scattered' || majority === 'tie') return { value, weight: -1.5 };
  return { value, weight: 0 };
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}
