import type { MutantReport, Report } from '../types.ts';
import type { Bench } from './bench.ts';
import { evenly } from './evenly.ts';
import { loadMarked } from './load-marked.ts';
import { maxAlone, MutantTrials } from './mutant-trials.ts';
import { type Reached, Switched } from './switched.ts';

/**
 * Judges a solution as it is, and then, if its suite accepts it, each of its mutants. Those that tests reach run in
 * one pair of realms after another, see `MutantTrials`; those that only loading the solution reaches need fresh ones.
 */
export function judgeMutants(bench: Bench, ids: readonly string[]): Report {
  const { pair, run } = bench.open(bench.job.limits.cpuMs);
  const switched = new Switched(pair);
  switched.arm('');
  const { unfit, reached: loading } = loadMarked(bench, { run, switched });
  if (unfit !== undefined) return unfit;
  run.runTests();
  const report = run.result();
  if (report.kind !== 'ran' || !report.tests.every(({ outcome }) => outcome !== 'failed')) return report;
  const testing = switched.reached();
  const trials = new MutantTrials(bench, { steps: loading.steps + testing.steps, cpuMs: pair.usedMs });
  const results = trials.together(ids.filter((id) => isIn(testing, id)));
  // What survives although it was passed while the solution loaded may still show when it is on from the start.
  const alone = ids.filter((id) => isIn(loading, id) && isOpen(results.get(id)));
  for (const id of evenly(alone, maxAlone)) {
    const result = trials.alone(id);
    if (result.outcome !== 'unjudged') results.set(id, result);
  }
  const outcome = (id: string): MutantReport => {
    const isReached = isIn(loading, id) || isIn(testing, id);
    return results.get(id) ?? { id, outcome: isReached ? 'unjudged' : 'uncovered' };
  };
  const reports = ids.map(outcome);
  return { ...report, mutants: trials.ranOut ? toSteadyCount(reports) : reports };
}

/**
 * Forgets the last results before the first that is missing, until a power of two is left: so runs that the machine let
 * come not equally far tell the same, but for those near such a number.
 */
function toSteadyCount(reports: readonly MutantReport[]): readonly MutantReport[] {
  const judged = reports.findIndex(({ outcome }) => outcome === 'unjudged');
  if (judged === -1) return reports;
  const kept = judged === 0 ? 0 : 2 ** Math.floor(Math.log2(judged));
  return reports.map((report, at) => (at < kept ? report : { id: report.id, outcome: 'unjudged' }));
}

/** Whether a mutant was reached, or the place that it is named for. */
function isIn({ ids }: Reached, id: string): boolean {
  return ids.has(id) || ids.has(id.split(':', 1).join());
}

function isOpen(result: MutantReport | undefined): boolean {
  return result === undefined || result.outcome === 'survived' || result.outcome === 'unjudged';
}
