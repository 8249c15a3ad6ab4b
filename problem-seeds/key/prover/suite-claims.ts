import type { Key, SuiteDefect, SuiteTruth } from '../key.ts';
import { type Observed, type ObservedSuite, runs, type SuiteRun } from './observed.ts';
import { mayBeIllTyped } from './solution-claims.ts';

interface Context {
  readonly key: Key;
  readonly observed: Observed;
}

type Ran = ObservedSuite & { readonly extracted: true };

/** Where the truth about a suite and what was observed part. */
export function aboutSuite(name: string, truth: SuiteTruth, context: Context): string[] {
  const seen = context.observed.suites[name];
  if (seen === undefined) return [];
  if (!seen.extracted) {
    const isExpected = truth.truth === 'wrong' && truth.defect === 'truncated';
    return isExpected ? [] : [`${name} is not extracted (${seen.problem}): ${seen.message}`];
  }
  const claims =
    truth.truth === 'right'
      ? aboutRightSuite(truth.letsThrough, seen, context)
      : aboutWrongSuite(truth.defect, seen, context);
  return [...seen.foreignImports.map((what) => `imports ${what}`), ...claims].map((claim) => `${name} ${claim}`);
}

function aboutRightSuite(letsThrough: readonly string[], seen: Ran, context: Context): string[] {
  const wrong = Object.keys(seen.runs).filter((solution) => isWrongAndRuns(solution, context));
  const accepted = wrong.filter((solution) => seen.runs[solution]?.every((run) => run.accepted));
  return [
    ...typeErrors(seen).map((error) => `is right, but ill-typed against ${error}`),
    ...rejections(['reference', ...rightSolutions(context)], seen).map((what) => `is right, but rejects ${what}`),
    ...wrong
      .filter((solution) => isByChance(seen.runs[solution]))
      .map((solution) => `rejects ${solution} with one fast-check seed but not with another`),
    ...letsThrough
      .filter((solution) => !accepted.includes(solution))
      .map((solution) => notLetThrough(solution, seen, context)),
    ...accepted
      .filter((solution) => !letsThrough.includes(solution))
      .map((solution) => `lets ${solution} through, which letsThrough does not name`),
  ];
}

function aboutWrongSuite(defect: SuiteDefect, seen: Ran, context: Context): string[] {
  const claim = `is wrong (${defect}), but`;
  const illTyped = typeErrors(seen)
    .slice(0, 1)
    .map((error) => `${claim} ill-typed against ${error}`);
  switch (defect) {
    case 'wrong-expectation':
    case 'beyond-statement':
      return [...illTyped, ...(rejectsReference(seen) ? [] : [`${claim} accepts the reference, at least by chance`])];
    case 'vacuous':
      return [
        ...illTyped,
        ...rejections(['reference', ...mustPassVacuous(context)], seen).map((what) => `${claim} rejects ${what}`),
      ];
    case 'ill-typed':
      return illTyped.length > 0 ? [] : [`${claim} tsc finds nothing`];
    case 'truncated':
      return rejectsReference(seen) ? [] : [`${claim} it is extracted and accepts the reference`];
  }
}

function notLetThrough(solution: string, seen: Ran, { observed }: Context): string {
  const [why] = rejections([solution], seen);
  if (why !== undefined) return `does not let through ${why}`;
  const found = observed.solutions[solution];
  return found?.extracted === true && found.behaviour.kind === 'agrees'
    ? `names ${solution} in letsThrough, which behaves rightly (wrong by its types only): leave it out`
    : `names ${solution} in letsThrough, which never runs: leave it out`;
}

function rightSolutions({ key }: Context): string[] {
  return Object.keys(key.solutions).filter((name) => key.solutions[name]?.truth === 'right');
}

/** Solutions that never run, or are wrong by their types only, are no measure of a suite. */
function isWrongAndRuns(name: string, { key, observed }: Context): boolean {
  const truth = key.solutions[name];
  const seen = observed.solutions[name];
  if (truth?.truth !== 'wrong' || seen === undefined || !runs(seen)) return false;
  return !(truth.defect === 'ill-typed' && seen.behaviour.kind === 'agrees');
}

/** Even a suite that asserts nothing fails on a module without the entry point, or that throws for want of an API. */
function mustPassVacuous({ key, observed }: Context): string[] {
  return Object.entries(key.solutions).flatMap(([name, truth]) => {
    const seen = observed.solutions[name];
    if (seen === undefined || !runs(seen)) return [];
    return truth.truth === 'right' || !mayBeIllTyped.has(truth.defect) ? [name] : [];
  });
}

function rejectsReference({ runs: all }: Ran): boolean {
  return all['reference']?.every(({ accepted }) => !accepted) ?? false;
}

function isByChance(seen: readonly SuiteRun[] = []): boolean {
  return new Set(seen.map(({ accepted }) => accepted)).size > 1;
}

function typeErrors(seen: Ran): string[] {
  return Object.entries(seen.typeErrors).flatMap(([solution, [error]]) =>
    error === undefined ? [] : [`${solution}: ${error}`],
  );
}

/** One line for each reason to reject, with the solutions that share it. */
function rejections(solutions: readonly string[], seen: Ran): string[] {
  const reasons = solutions.flatMap((solution) => {
    const run = seen.runs[solution]?.find(({ accepted }) => !accepted);
    return run === undefined
      ? []
      : [{ solution, why: (run.failures[0] ?? `${run.tests} tests, none passed`).slice(0, 400) }];
  });
  return [...Map.groupBy(reasons, ({ why }) => why)].map(
    ([why, shared]) => `${shared.map(({ solution }) => solution).join(', ')}: ${why}`,
  );
}
