import { estimate, type Estimate } from './interval.ts';
import { passAtK } from './pass-at-k.ts';
import { rounded, roundedEstimate } from './rounded.ts';
import type { ProblemTally } from './tally.ts';

/** pass@k by k, with the 95 % interval of each. */
export type PassAt = Readonly<Record<string, Estimate>>;

/** A score of some of a set's problems. */
export interface PartSummary {
  readonly problems: number;
  readonly samples: number;
  readonly pass_at: PassAt;
}

export interface ProblemSummary {
  readonly task_id: string;
  /** Judged ones. */
  readonly samples: number;
  readonly passed: number;
  readonly unjudged: number;
  readonly pass_at: Readonly<Record<string, number>>;
  readonly by_verdict: Readonly<Record<string, number>>;
  readonly topics: readonly string[];
  readonly difficulty?: string;
  readonly tokens?: { readonly prompt: number; readonly completion: number };
  readonly cost_usd?: number;
  /** Of judging, all samples together. */
  readonly duration_ms: number;
}

/** What `summary.json` says of the samples. */
export interface Summary {
  readonly problems: number;
  /** With those that were not judged. */
  readonly samples: number;
  readonly unjudged: number;
  /** Problems of which there is no sample at all. */
  readonly unsampled: readonly string[];
  /** Problems whose samples were all left unjudged: they are in no pass@k. */
  readonly all_unjudged: readonly string[];
  readonly pass_at: PassAt;
  readonly by_verdict: Readonly<Record<string, number>>;
  /** Shares of the judged samples. */
  readonly verdict_shares: Readonly<Record<string, number>>;
  readonly by_topic: Readonly<Record<string, PartSummary>>;
  readonly by_difficulty: Readonly<Record<string, PartSummary>>;
  /** Accepted samples that a strict type check rejects. */
  readonly ill_typed: number;
  readonly forms: ProblemTally['forms'];
  readonly tokens: { readonly prompt: number; readonly completion: number };
  readonly cost_usd: number;
  /** The score without the problems whose tests are not to be trusted. */
  readonly strengthened?: PartSummary & { readonly left_out: readonly string[] };
  readonly by_problem: readonly ProblemSummary[];
}

export interface SummariseOptions {
  readonly ks: readonly number[];
  /** Ids of problems whose tests are not to be trusted. */
  readonly leftOut?: ReadonlySet<string>;
}

/** Sums up what became of samples; those without a verdict count for nothing. */
export function summarise(tallies: readonly ProblemTally[], { ks, leftOut }: SummariseOptions): Summary {
  const sampled = tallies.filter(({ judged, unjudged }) => judged + unjudged > 0);
  const verdicts = added(sampled.map((tally) => tally.verdicts));
  const judged = total(sampled, (tally) => tally.judged);
  const trusted = leftOut && tallies.filter(({ id }) => !leftOut.has(id));
  const ids = (some: readonly ProblemTally[]): string[] => some.map(({ id }) => id);
  return {
    problems: tallies.length,
    samples: judged + total(sampled, (tally) => tally.unjudged),
    unjudged: total(sampled, (tally) => tally.unjudged),
    unsampled: ids(tallies.filter((tally) => tally.judged + tally.unjudged === 0)),
    all_unjudged: ids(sampled.filter((tally) => tally.judged === 0)),
    pass_at: passAtOf(sampled, ks),
    by_verdict: verdicts,
    verdict_shares: Object.fromEntries(Object.entries(verdicts).map(([kind, n]) => [kind, rounded(n / judged)])),
    by_topic: parts(sampled, ks, ({ topics }) => topics),
    by_difficulty: parts(sampled, ks, ({ difficulty }) => (difficulty === undefined ? [] : [difficulty])),
    ill_typed: total(sampled, (tally) => tally.illTyped),
    forms: formsOf(sampled),
    tokens: tokensOf(sampled),
    cost_usd: rounded(total(sampled, (tally) => tally.costUsd)),
    ...(leftOut &&
      trusted && {
        strengthened: {
          left_out: ids(tallies.filter(({ id }) => leftOut.has(id))),
          ...part(trusted, ks),
        },
      }),
    by_problem: sampled.map((tally) => ofProblem(tally, ks)),
  };
}

function part(tallies: readonly ProblemTally[], ks: readonly number[]): PartSummary {
  const judged = tallies.filter((tally) => tally.judged > 0);
  return { problems: judged.length, samples: total(judged, (tally) => tally.judged), pass_at: passAtOf(judged, ks) };
}

function passAtOf(tallies: readonly ProblemTally[], ks: readonly number[]): PassAt {
  const judged = tallies.filter((tally) => tally.judged > 0);
  if (judged.length === 0) return {};
  const samples = total(judged, (tally) => tally.judged);
  const of = (k: number): Estimate =>
    estimate(
      judged.map((tally) => passAtK(tally.judged, tally.passed, k)),
      samples,
    );
  return Object.fromEntries(ks.map((k) => [String(k), roundedEstimate(of(k))]));
}

function parts(
  tallies: readonly ProblemTally[],
  ks: readonly number[],
  namesOf: (tally: ProblemTally) => readonly string[],
): Readonly<Record<string, PartSummary>> {
  const names = [...new Set(tallies.flatMap(namesOf))].toSorted();
  return Object.fromEntries(
    names.map((name) => [
      name,
      part(
        tallies.filter((tally) => namesOf(tally).includes(name)),
        ks,
      ),
    ]),
  );
}

function ofProblem(tally: ProblemTally, ks: readonly number[]): ProblemSummary {
  const { id, judged, passed, unjudged, verdicts, topics, difficulty, costUsd, durationMs } = tally;
  const tokens = tokensOf([tally]);
  const values = judged === 0 ? [] : ks.map((k) => [String(k), rounded(passAtK(judged, passed, k))] as const);
  return {
    task_id: id,
    samples: judged,
    passed,
    unjudged,
    pass_at: Object.fromEntries(values),
    by_verdict: verdicts,
    topics,
    ...(difficulty !== undefined && { difficulty }),
    ...(tokens.completion > 0 && { tokens, cost_usd: rounded(costUsd) }),
    duration_ms: Math.round(durationMs),
  };
}

function formsOf(tallies: readonly ProblemTally[]): ProblemTally['forms'] {
  const of = (form: keyof ProblemTally['forms']): number => total(tallies, ({ forms }) => forms[form]);
  return { program: of('program'), continuation: of('continuation'), none: of('none') };
}

function tokensOf(tallies: readonly ProblemTally[]): { prompt: number; completion: number } {
  return {
    prompt: total(tallies, (tally) => tally.promptTokens),
    completion: total(tallies, (tally) => tally.completionTokens),
  };
}

function total<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}

/** Counts of the same names added up, the largest first. */
function added(counts: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const names = [...new Set(counts.flatMap((one) => Object.keys(one)))];
  const sums = names.map((name) => [name, total(counts, (one) => one[name] ?? 0)] as const);
  return Object.fromEntries(sums.toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));
}
