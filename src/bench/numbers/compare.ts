import { difference } from './difference.ts';
import { mean } from './interval.ts';
import { passAtK } from './pass-at-k.ts';
import { rounded, roundedEstimate } from './rounded.ts';
import type { PassAt, ProblemSummary, Summary } from './summary.ts';

/** A result that is compared. */
export interface ComparedResult {
  readonly name: string;
  readonly summary: Pick<Summary, 'pass_at' | 'by_problem'>;
}

export interface DifferenceRow {
  readonly a: string;
  readonly b: string;
  readonly k: number;
  /** Problems of which both have judged samples. */
  readonly problems: number;
  /** pass@k of b less that of a, over those. */
  readonly difference: number;
  readonly ci95: readonly [number, number];
  /** `undecided` where the interval holds 0. */
  readonly better: 'a' | 'b' | 'undecided';
}

export interface PairRow {
  readonly a: string;
  readonly b: string;
  /** Problems that only one of the two solves, with any of its samples. */
  readonly only_a: readonly string[];
  readonly only_b: readonly string[];
  readonly neither: readonly string[];
  /** Problems whose pass rate changes most, from a to b. */
  readonly largest_changes: readonly { readonly task_id: string; readonly a: number; readonly b: number }[];
  /** Problems that only one of the two has judged samples of: they are in no difference. */
  readonly left_out: readonly string[];
}

export interface Comparison {
  readonly results: readonly { readonly name: string; readonly pass_at: PassAt }[];
  readonly differences: readonly DifferenceRow[];
  readonly pairs: readonly PairRow[];
}

export interface CompareOptions {
  /** Those that all results have unless given. */
  readonly ks?: readonly number[];
  readonly seed?: number;
}

const shownChanges = 10;

/** Compares results of the same problems, each with the first. */
export function compare(results: readonly ComparedResult[], { ks, seed = 1 }: CompareOptions = {}): Comparison {
  const [first, ...others] = results;
  if (first === undefined || others.length === 0) throw new RangeError('two results or more are needed');
  const common = Object.keys(first.summary.pass_at).filter((k) =>
    others.every(({ summary }) => summary.pass_at[k] !== undefined),
  );
  const asked = ks ?? common.map(Number);
  return {
    results: results.map(({ name, summary }) => ({ name, pass_at: summary.pass_at })),
    differences: others.flatMap((other) => asked.map((k) => differenceAt(k, [first, other], seed))),
    pairs: others.map((other) => pairOf(first, other)),
  };
}

/** Whether a result has pass@k for a k. */
export function hasK({ summary }: ComparedResult, k: number): boolean {
  return summary.pass_at[String(k)] !== undefined;
}

function differenceAt(k: number, [a, b]: readonly [ComparedResult, ComparedResult], seed: number): DifferenceRow {
  const both = inBoth(a, b);
  // Not from `pass_at`, which is rounded.
  const passAt = ({ samples, passed }: ProblemSummary): number => passAtK(samples, passed, k);
  const values = both.map(([one, other]) => passAt(other) - passAt(one));
  const samplesEach = mean(both.flatMap(([one, other]) => [one.samples, other.samples]));
  const found = roundedEstimate(difference(values, { samplesEach, seed }));
  const [low, high] = found.ci95;
  const better = low > 0 ? 'b' : high < 0 ? 'a' : 'undecided';
  const { value, ci95 } = found;
  return { a: a.name, b: b.name, k, problems: both.length, difference: value, ci95, better };
}

function pairOf(a: ComparedResult, b: ComparedResult): PairRow {
  const both = inBoth(a, b);
  const shared = new Set(both.map(([{ task_id: id }]) => id));
  const ids = (holds: (one: ProblemSummary, other: ProblemSummary) => boolean): string[] =>
    both.filter(([one, other]) => holds(one, other)).map(([{ task_id: id }]) => id);
  const changes = both
    .map(([one, other]) => ({ task_id: one.task_id, a: rateOf(one), b: rateOf(other) }))
    .filter((change) => change.a !== change.b)
    .toSorted((one, other) => Math.abs(other.b - other.a) - Math.abs(one.b - one.a));
  return {
    a: a.name,
    b: b.name,
    only_a: ids((one, other) => one.passed > 0 && other.passed === 0),
    only_b: ids((one, other) => one.passed === 0 && other.passed > 0),
    neither: ids((one, other) => one.passed === 0 && other.passed === 0),
    largest_changes: changes.slice(0, shownChanges),
    left_out: [...judgedIds(a), ...judgedIds(b)].filter((id) => !shared.has(id)),
  };
}

function rateOf({ passed, samples }: ProblemSummary): number {
  return rounded(passed / samples);
}

function judgedIds({ summary }: ComparedResult): string[] {
  return summary.by_problem.filter(({ samples }) => samples > 0).map(({ task_id: id }) => id);
}

function inBoth(a: ComparedResult, b: ComparedResult): (readonly [ProblemSummary, ProblemSummary])[] {
  const others = new Map(b.summary.by_problem.map((problem) => [problem.task_id, problem]));
  return a.summary.by_problem.flatMap((one) => {
    const other = others.get(one.task_id);
    return other !== undefined && one.samples > 0 && other.samples > 0 ? [[one, other] as const] : [];
  });
}
