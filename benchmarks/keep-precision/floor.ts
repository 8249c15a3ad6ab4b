import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from '../../src/core/verdict.ts';
import { verdictKey } from '../../src/pipeline/judging.ts';
import { openEmbeddedStore } from '../../src/store/embedded.ts';
import type { JudgeLimits } from '../../src/verify/candidate.ts';
import type { Traced } from './fates.ts';

/** Looks up the run's own verdict on a solution and a suite; undefined where it never judged them. */
export type VerdictLookup = (solution: string, suite: string) => Promise<Verdict | undefined>;

/**
 * The solutions that the naive rule keeps: those that pass any one suite, by the verdicts of the same run. Undefined
 * where the run's store does not hold the verdicts, as for a run by other versions.
 */
export async function passingAnySuite(dir: string, traced: readonly Traced[]): Promise<Traced[] | undefined> {
  const path = join(dir, 'run.db');
  if (!existsSync(path)) return undefined;
  const store = openEmbeddedStore(path);
  try {
    const settings = (await store.findRun('.'))?.settings;
    if (!settings) return undefined;
    const limits = limitsFrom(settings);
    const lookup: VerdictLookup = async (solution, suite) => {
      const candidate = { solution, suite, seed: Number(settings['seed']) };
      return (await store.verdict(verdictKey({ candidate, limits, packages: {} }))) as Verdict | undefined;
    };
    return await selectPassing(traced, lookup);
  } finally {
    await store.close();
  }
}

function limitsFrom(settings: Readonly<Record<string, unknown>>): JudgeLimits {
  return {
    cpuMs: Number(settings['verify.timeout_ms']),
    memoryMb: Number(settings['verify.memory_mb']),
    outputKb: 256,
    repeat: Number(settings['verify.repeat']),
    types: settings['verify.types'] === 'strict' ? 'strict' : 'off',
  };
}

async function selectPassing(traced: readonly Traced[], lookup: VerdictLookup): Promise<Traced[] | undefined> {
  const passing: Traced[] = [];
  let known = 0;
  for (const one of traced) {
    const { code } = one.solution;
    const suites = one.seed.suites.flatMap((suite) => suite.code ?? []);
    const verdicts = code === undefined ? [] : await Promise.all(suites.map((suite) => lookup(code, suite)));
    known += verdicts.filter((verdict) => verdict !== undefined).length;
    if (verdicts.some((verdict) => verdict?.kind === 'accepted')) passing.push(one);
  }
  return known === 0 ? undefined : passing;
}
