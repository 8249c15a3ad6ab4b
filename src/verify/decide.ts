import type { Decision, DropReason } from '../core/decision.ts';
import type { SuiteEvidence } from '../core/evidence.ts';
import type { Fault } from '../core/fault.ts';
import { blamedSide, type Check, type Judgement, type RejectedVerdict, type Verdict } from '../core/verdict.ts';

/** All verdicts about one task: `judgements[i][j]` is what judging solution i against suite j showed. */
export interface TaskMatrix {
  readonly suites: readonly MatrixSuite[];
  readonly judgements: readonly (readonly Judgement[])[];
}

export interface MatrixSuite {
  readonly id: string;
  readonly blind: boolean;
  /** Id of the suite that it was written to do better than. */
  readonly repairOf?: string;
  /** Id of the suite that it revises after a critique. */
  readonly revisionOf?: string;
  /** Why the suite is not to be gone by, whatever it accepts. */
  readonly dismissed?: DropReason;
}

export type SolutionDecision = Decision | { readonly kind: 'unjudged'; readonly fault: Fault };
export type SuiteDecision =
  | { readonly kind: 'supported' }
  | { readonly kind: 'drop'; readonly reason: DropReason }
  | { readonly kind: 'unjudged'; readonly fault: Fault };

export interface TaskDecision {
  /** One for each solution, in order. */
  readonly solutions: readonly SolutionDecision[];
  /** One for each suite, in order. */
  readonly suites: readonly SuiteDecision[];
}

/**
 * Decides about all solutions and suites of a task from their verdicts alone.
 *
 * A suite is supported when it accepts at least one solution and is not dismissed. A solution is kept when every supported suite accepts
 * it. Where no solution satisfies all supported suites, one of the suites is wrong and nothing tells which: what
 * passed only a part of them is dropped as `no-agreement`.
 */
export function decideTask(matrix: TaskMatrix): TaskDecision {
  const suites = matrix.suites.map((_, index) => decideSuite(matrix, index));
  const supported = suites.flatMap((decision, index) => (decision.kind === 'supported' ? [index] : []));
  const agreeing = matrix.judgements.filter((row) => isJudged(row) && agreesWith(row, supported)).length;
  const chosen = strongestSuite(matrix, supported);
  const solutions = matrix.judgements.map((row) => decideSolution(matrix, row, { supported, agreeing, chosen }));
  return { solutions, suites };
}

interface Support {
  readonly supported: readonly number[];
  readonly agreeing: number;
  readonly chosen: number | undefined;
}

function decideSolution(matrix: TaskMatrix, row: readonly Judgement[], support: Support): SolutionDecision {
  const unjudged = row.find((judgement) => judgement.kind === 'unjudged');
  if (unjudged) return unjudged;
  if (support.chosen === undefined) return dropWithoutSupport(matrix, row);
  if (agreesWith(row, support.supported)) return keep(matrix, support, support.chosen);
  const failure = support.supported.flatMap((index) => rejected(row[index], index))[0];
  if (!failure) throw new Error('a solution that no supported suite rejects must agree with them');
  const suite = idOf(matrix, failure.index);
  const passedSome = support.supported.some((index) => isAccepted(row[index]));
  return support.agreeing > 0 || !passedSome
    ? { kind: 'drop', suite, reason: { kind: 'failed', verdict: failure.verdict } }
    : { kind: 'drop', suite, reason: { kind: 'unproven', because: 'no-agreement' } };
}

/** No suite accepts anything: a failure that is the solution's own says so, otherwise there is no suite to go by. */
function dropWithoutSupport(matrix: TaskMatrix, row: readonly Judgement[]): Decision {
  const failures = row.flatMap((judgement, index) => rejected(judgement, index));
  const own = failures.find(({ verdict }) => blamedSide(verdict) !== 'suite');
  if (!own) return { kind: 'drop', reason: { kind: 'no-suite' } };
  return { kind: 'drop', suite: idOf(matrix, own.index), reason: { kind: 'failed', verdict: own.verdict } };
}

function keep(matrix: TaskMatrix, support: Support, chosen: number): Decision {
  const judged = matrix.judgements.filter(isJudged).length;
  const agreement = support.agreeing / judged;
  const supportedShare = support.supported.length / matrix.suites.length;
  return {
    kind: 'keep',
    suite: idOf(matrix, chosen),
    confidence: Math.round(Math.sqrt(agreement * supportedShare) * 1000) / 1000,
    evidence: {
      suites: matrix.suites.map((_, index) => suiteEvidence(matrix, index)),
      agreeing: support.agreeing,
      judged,
    },
  };
}

function decideSuite(matrix: TaskMatrix, index: number): SuiteDecision {
  const dismissed = matrix.suites[index]?.dismissed;
  if (dismissed) return { kind: 'drop', reason: dismissed };
  const column = matrix.judgements.flatMap((row) => row[index] ?? []);
  if (column.some(isAccepted)) return { kind: 'supported' };
  const unjudged = column.find((judgement) => judgement.kind === 'unjudged');
  if (unjudged) return unjudged;
  const failures = column.flatMap((judgement) => rejected(judgement, index));
  const own = failures.find(({ verdict }) => blamedSide(verdict) === 'suite');
  const reason: DropReason = own ? { kind: 'failed', verdict: own.verdict } : { kind: 'unsupported' };
  return { kind: 'drop', reason };
}

/**
 * The supported suite that refutes most, then was repaired most often (a repair kills more mutants than what it
 * repairs), then tests most, then was written blind.
 */
function strongestSuite(matrix: TaskMatrix, supported: readonly number[]): number | undefined {
  const strength = (index: number): readonly number[] => {
    const evidence = suiteEvidence(matrix, index);
    return [evidence.refutedSolutions, timesRepaired(matrix.suites, index), evidence.tests, evidence.blind ? 1 : 0];
  };
  return supported.toSorted((a, b) => compareLists(strength(b), strength(a)) || a - b)[0];
}

function timesRepaired(suites: readonly MatrixSuite[], index: number): number {
  const repaired = suites[index]?.repairOf;
  // A suite repairs an earlier one.
  const before = suites.slice(0, index).findIndex(({ id }) => id === repaired);
  return before === -1 ? 0 : 1 + timesRepaired(suites, before);
}

function suiteEvidence(matrix: TaskMatrix, index: number): SuiteEvidence {
  const verdicts = matrix.judgements.flatMap((row) => verdictAt(row, index) ?? []);
  const accepted = verdicts.filter((verdict) => verdict.kind === 'accepted');
  const refuted = verdicts.filter((verdict) => verdict.kind === 'refuted');
  const { blind = false, repairOf, revisionOf } = matrix.suites[index] ?? {};
  return {
    suite: idOf(matrix, index),
    blind,
    ...(repairOf !== undefined && { repairOf }),
    ...(revisionOf !== undefined && { revisionOf }),
    tests: Math.max(0, ...accepted.map(({ checks }) => countRun(checks)), ...refuted.map(({ total }) => total)),
    acceptedSolutions: accepted.length,
    refutedSolutions: refuted.length,
  };
}

function countRun(checks: readonly Check[]): number {
  return checks.filter(({ outcome }) => outcome !== 'skipped').length;
}

function agreesWith(row: readonly Judgement[], supported: readonly number[]): boolean {
  return supported.length > 0 && supported.every((index) => isAccepted(row[index]));
}

function isJudged(row: readonly Judgement[]): boolean {
  return row.every(({ kind }) => kind === 'judged');
}

function isAccepted(judgement: Judgement | undefined): boolean {
  return judgement?.kind === 'judged' && judgement.verdict.kind === 'accepted';
}

function rejected(judgement: Judgement | undefined, index: number): { verdict: RejectedVerdict; index: number }[] {
  if (judgement?.kind !== 'judged' || judgement.verdict.kind === 'accepted') return [];
  return [{ verdict: judgement.verdict, index }];
}

function verdictAt(row: readonly Judgement[], index: number): Verdict | undefined {
  const judgement = row[index];
  return judgement?.kind === 'judged' ? judgement.verdict : undefined;
}

function idOf(matrix: TaskMatrix, index: number): string {
  const suite = matrix.suites[index];
  if (!suite) throw new Error(`there is no suite ${index}`);
  return suite.id;
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  return a.map((value, index) => value - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
