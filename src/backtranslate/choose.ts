import type { DropReason } from '../core/decision.ts';
import type { RejectedVerdict } from '../core/verdict.ts';

/** How fresh solutions from one description did. */
export interface Trip {
  readonly passed: number;
  readonly attempts: number;
  /** Of the last that did not pass. */
  readonly failure?: RejectedVerdict;
}

export interface Tried {
  /** Id of the description. */
  readonly id: string;
  readonly trip: Trip;
}

/** What a description is worth, in the field names of a pair. */
export interface Worth {
  readonly pass_rate: number;
  readonly baseline_pass_rate?: number;
  readonly lift?: number;
}

export type Choice =
  | { readonly kind: 'keep'; readonly worth: Worth }
  | { readonly kind: 'drop'; readonly reason: DropReason };

export interface ChoiceRules {
  /** Share of solutions from the name and signature alone that passed; undefined where that was not tried. */
  readonly baseline: number | undefined;
  readonly minLift: number;
}

/**
 * Chooses among the descriptions of one piece of code and level, by round-trip correctness (Allamanis et al. 2024,
 * "Unsupervised Evaluation of Code LLMs with Round-Trip Correctness"): a description must let at least one fresh
 * solution pass, and more of them than an uninformative one does; of those, the one with the most lift is kept, and of
 * equal ones the first. Gives one choice for each, in order.
 */
export function chooseDescription(tried: readonly Tried[], rules: ChoiceRules): Choice[] {
  const choices = tried.map(({ trip }) => weigh(trip, rules));
  const proven = tried.flatMap(({ id }, place) => {
    const choice = choices[place];
    return choice?.kind === 'keep' ? [{ id, place, passRate: choice.worth.pass_rate }] : [];
  });
  // The baseline is the same for all, so that the order of lifts is that of pass rates.
  const [best] = proven.toSorted((a, b) => b.passRate - a.passRate || a.place - b.place);
  return choices.map((choice, place) =>
    choice.kind === 'keep' && best && best.place !== place
      ? { kind: 'drop', reason: { kind: 'outdone', by: best.id } }
      : choice,
  );
}

function weigh(trip: Trip, { baseline, minLift }: ChoiceRules): Choice {
  const { passed, attempts, failure } = trip;
  if (passed === 0) {
    if (!failure) throw new Error('a round trip needs at least one attempt');
    return { kind: 'drop', reason: { kind: 'round-trip-failed', attempts, verdict: failure } };
  }
  const passRate = passRateOf(trip);
  if (baseline === undefined) return { kind: 'keep', worth: { pass_rate: passRate } };
  const lift = thousandths(passRate - baseline);
  const worth = { pass_rate: passRate, baseline_pass_rate: baseline, lift };
  return lift > minLift ? { kind: 'keep', worth } : { kind: 'drop', reason: { kind: 'uninformative', ...worth } };
}

/** The share of attempts that passed, in thousandths. */
export function passRateOf({ passed, attempts }: Pick<Trip, 'passed' | 'attempts'>): number {
  return thousandths(passed / attempts);
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}
