import { contentId } from '../../core/id.ts';
import type { ReasonRow } from '../../core/rows.ts';

/** What a run decided about one solution. */
export type DecisionState =
  | { readonly kept: true; readonly sample: string; readonly confidence?: number }
  | { readonly kept: false; readonly reason: ReasonRow };

/** A solution of a task with what was decided about it. */
export interface DecidedSolution {
  /** The task's id. */
  readonly task: string;
  readonly entryPoint: string;
  readonly code: string;
  readonly state: DecisionState;
}

/** A row of `changes.jsonl`: a solution about which two runs decided differently, or with another confidence. */
export interface ChangeRow {
  readonly task: string;
  readonly entry_point: string;
  /** The solution's content id. */
  readonly solution: string;
  readonly before: DecisionState;
  readonly after: DecisionState;
  readonly code: string;
}

export interface Comparison {
  readonly kept_before: number;
  readonly kept_now: number;
  readonly kept_both: number;
  readonly kept_now_only: number;
  /** Why what was kept before is not now, by the word that rejected rows are counted under. */
  readonly kept_before_only: Readonly<Record<string, number>>;
  /** Of what was kept both times. */
  readonly confidence: { readonly higher: number; readonly lower: number };
  readonly dropped_both: number;
  /** Of what was dropped both times. */
  readonly other_reason: number;
}

/** What neither of a run's files names: it was not judged, or lies beyond the target. */
const undecided: DecisionState = { kept: false, reason: { kind: 'undecided' } };

/**
 * Compares what two runs decided, solution by solution (the same code for the same task). A solution that was written
 * twice counts once: as kept where one of the two was. Changes stand in the order of the earlier run's rows, then in
 * that of the later one's.
 */
export function compareDecisions(
  before: readonly DecidedSolution[],
  after: readonly DecidedSolution[],
): { readonly comparison: Comparison; readonly changes: readonly ChangeRow[] } {
  const [old, now] = [bySolution(before), bySolution(after)];
  const rows = [...new Set([...old.keys(), ...now.keys()])].map((solution) =>
    rowOf(solution, old.get(solution), now.get(solution)),
  );
  return { comparison: counted(rows), changes: rows.filter(isChanged) };
}

/** The word that a reason is counted under: the narrowest that it has. */
function wordFor(reason: ReasonRow): string {
  const { because } = reason;
  return typeof because === 'string' ? because : reason.kind;
}

function bySolution(decided: readonly DecidedSolution[]): Map<string, DecidedSolution> {
  const known = new Map<string, DecidedSolution>();
  for (const one of decided) {
    const solution = contentId('sol', [one.task, one.code]);
    if (!known.has(solution) || (one.state.kept && !known.get(solution)?.state.kept)) known.set(solution, one);
  }
  return known;
}

function rowOf(solution: string, before: DecidedSolution | undefined, after: DecidedSolution | undefined): ChangeRow {
  const known = before ?? after;
  if (!known) throw new Error('a solution of neither run');
  const { task, entryPoint, code } = known;
  const states = { before: before?.state ?? undecided, after: after?.state ?? undecided };
  return { task, entry_point: entryPoint, solution, ...states, code };
}

function isChanged({ before, after }: ChangeRow): boolean {
  if (before.kept && after.kept) return before.confidence !== after.confidence;
  return before.kept || after.kept || wordFor(before.reason) !== wordFor(after.reason);
}

function counted(rows: readonly ChangeRow[]): Comparison {
  const keptBefore = rows.filter(({ before }) => before.kept);
  const keptNow = rows.filter(({ after }) => after.kept);
  const both = keptBefore.filter(({ after }) => after.kept);
  const neither = rows.filter(({ before, after }) => !before.kept && !after.kept);
  const raised = both.map(confidenceRise);
  return {
    kept_before: keptBefore.length,
    kept_now: keptNow.length,
    kept_both: both.length,
    kept_now_only: keptNow.length - both.length,
    kept_before_only: byWord(keptBefore.flatMap(({ after }) => (after.kept ? [] : [wordFor(after.reason)]))),
    confidence: {
      higher: raised.filter((rise) => rise > 0).length,
      lower: raised.filter((rise) => rise < 0).length,
    },
    dropped_both: neither.length,
    other_reason: neither.filter(isChanged).length,
  };
}

/** By how much the confidence of a solution that was kept both times rose. */
function confidenceRise({ before, after }: ChangeRow): number {
  return (after.kept ? (after.confidence ?? 0) : 0) - (before.kept ? (before.confidence ?? 0) : 0);
}

/** How often each word comes, the most frequent first. */
function byWord(words: readonly string[]): Record<string, number> {
  const counts = [...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length] as const);
  const sorted = counts.toSorted(([a, times], [b, others]) => others - times || (a < b ? -1 : 1));
  return Object.fromEntries(sorted);
}
