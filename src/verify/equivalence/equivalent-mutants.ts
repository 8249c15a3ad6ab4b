import type { Sandbox } from '../../../sandbox/index.ts';
import { ok, type Outcome } from '../../core/fault.ts';
import type { Candidate } from '../candidate.ts';
import { instrument } from '../mutants/instrument.ts';
import { runMutants } from '../mutants/run-mutants.ts';
import { recordSolution, type RecordOptions } from './record-solution.ts';
import { regressionSuite } from './regression-suite.ts';

export interface EquivalenceOptions extends RecordOptions {
  /** Ids of the mutants in question, as `instrument` gives them. */
  readonly ids: readonly string[];
}

/**
 * Tells which mutants of a solution are probably no mistakes: generated inputs reach them, and none of these tells them
 * from the solution, by result, error, or what becomes of the arguments. A mutant that no such input reaches is not among
 * them, as nothing is known of it, nor is one that does not come to an end.
 *
 * Whether a mutant is equivalent cannot be decided (Budd and Angluin 1982): this is an estimate, and only as good as the
 * inputs. It costs two jobs, three where the solution gives promises.
 */
export async function equivalentMutants(
  sandbox: Pick<Sandbox, 'submit'>,
  candidate: Candidate,
  { ids, ...options }: EquivalenceOptions,
): Promise<Outcome<ReadonlySet<string>>> {
  const { language = 'ts', entryPoint } = candidate;
  if (ids.length === 0 || entryPoint === undefined) return ok(new Set());
  const recorded = await recordSolution(sandbox, candidate, options);
  if (!recorded.ok) return recorded;
  const instrumented = await instrument(candidate.solution, { language });
  if (recorded.value === undefined || instrumented.kind !== 'instrumented') return ok(new Set());
  const { calls: expected, waits } = recorded.value;
  const { limits, inputs, runs, seed } = options;
  const suite = regressionSuite({ entryPoint, inputs, runs, seed, waits, mode: { kind: 'compare', expected } });
  const results = await runMutants(sandbox, {
    candidate: { ...candidate, suite, style: waits ? 'vitest' : 'throw' },
    code: instrumented.code,
    ids,
    limits,
  });
  if (!results.ok) return results;
  // Where the solution does not even equal itself, as one that draws lots, nothing can be told.
  const mutants = results.value.kind === 'judged' ? results.value.mutants : [];
  return ok(new Set(mutants.filter(({ outcome }) => outcome === 'survived').map(({ id }) => id)));
}
