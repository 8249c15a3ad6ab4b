import type { Job, Limit, Report, Side } from '../types.ts';
import { Bench } from './bench.ts';
import { OutOfTime } from './budget.ts';
import { judgeMutants } from './mutants.ts';
import { prepare } from './sources/prepare.ts';
import type { Prepared } from './sources/unit.ts';

/** How much longer than its CPU time a candidate may take at first, and at most. */
const firstPatience = 1.2;
const mostPatience = 8;
const maxAttempts = 3;

/**
 * Judges one solution by one suite in a fresh isolate. Everything about the candidate is in the report; `starved` says
 * that the machine gave it too little time to tell.
 */
export function judge(job: Job): Report | 'starved' {
  const prepared = prepare(job);
  if (prepared.kind === 'malformed') return prepared;
  const first = patiently(job, prepared);
  // What stopped it may have been the moment's doing: only what happens again is held against it.
  return first !== 'starved' && first.kind === 'stopped' ? patiently(job, prepared) : first;
}

/** Gives a candidate that the machine did not let run as much more time as it lacked. */
function patiently(job: Job, prepared: Prepared): Report | 'starved' {
  let patience = firstPatience;
  for (let count = 0; count < maxAttempts; count++) {
    const ended = attempt(job, prepared, patience);
    if (!('share' in ended)) return ended;
    patience = Math.min(mostPatience, firstPatience / Math.max(ended.share, 0.1));
  }
  return 'starved';
}

/** One attempt: a report, or the share of the time that the machine gave it when that was too little to tell. */
function attempt(job: Job, prepared: Prepared, patience: number): Report | { readonly share: number } {
  const bench = new Bench(job, prepared, patience);
  let isClean = false;
  try {
    const report =
      job.mutants === undefined ? bench.open(job.limits.cpuMs).run.report() : judgeMutants(bench, job.mutants);
    isClean = true;
    return report;
  } catch (thrown) {
    const { pair, run } = bench;
    const error = pair?.stop ?? thrown;
    const side = pair === undefined || pair.culprit === 'unknown' ? (run?.side ?? 'unknown') : pair.culprit;
    if (error instanceof OutOfTime) return error.kind === 'starved' ? { share: error.share } : stopped(side, 'cpu');
    // Without a pair, it was an isolate that others had filled.
    if (pair === undefined || pair.isBroken) return stopped(side, 'memory');
    throw error;
  } finally {
    bench.close(isClean);
  }
}

function stopped(side: Side, limit: Limit): Report {
  return { kind: 'stopped', side, limit };
}
