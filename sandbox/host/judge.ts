import type { Job, Limit, Report, Side } from '../types.ts';
import { Budget, OutOfTime } from './budget.ts';
import { Realm } from './realm.ts';
import { Run, type Sources } from './run.ts';
import { guestOf } from './snapshot.ts';
import { transpile } from './transpile.ts';

/** Patience of the attempts at one job: a candidate that ran out of wall time without using its CPU time gets more. */
const patiences = [1.2, 8] as const;

/**
 * Judges one solution by one suite in a fresh isolate. Everything about the candidate is in the report; `starved` says
 * that the machine gave it too little time to tell.
 */
export function judge(job: Job): Report | 'starved' {
  const solution = transpile({ side: 'solution', language: job.language, code: job.solution });
  if (!solution.ok) return solution.report;
  const suite = transpile({ side: 'suite', language: job.language, code: job.suite });
  if (!suite.ok) return suite.report;
  const sources = { solution: solution.code, suite: suite.code };
  for (const patience of patiences) {
    const report = attempt(job, sources, patience);
    if (report !== 'starved') return report;
  }
  return 'starved';
}

function attempt(job: Job, sources: Sources, patience: number): Report | 'starved' {
  const kind = /fast-check/.test(sources.suite) ? 'properties' : 'core';
  const realm = new Realm(guestOf(kind), job.limits.memoryMb);
  const run = new Run(realm, job, new Budget({ cpuMs: job.limits.cpuMs, patience }));
  try {
    return run.report(sources);
  } catch (error) {
    if (error instanceof OutOfTime) return error.kind === 'starved' ? 'starved' : stopped(run.side, 'cpu');
    if (realm.isolate.isDisposed) return stopped(run.side, 'memory');
    throw error;
  } finally {
    realm.dispose();
  }
}

function stopped(side: Side, limit: Limit): Report {
  return { kind: 'stopped', side, limit };
}
