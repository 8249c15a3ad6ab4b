import type { Sandbox } from '../../sandbox/index.ts';
import type { MutantEvidence, MutationEvidence } from '../core/evidence.ts';
import { ok, type Outcome } from '../core/fault.ts';
import type { ProbeInputs } from './behaviour/behaviour.ts';
import type { Candidate, JudgeLimits } from './candidate.ts';
import { equivalentMutants } from './equivalence/equivalent-mutants.ts';
import type { MutationScore } from './mutants/evidence.ts';
import type { Mutant } from './mutants/mutant.ts';
import { mutationScore } from './mutants/score.ts';

export interface MutationEvidenceOptions {
  readonly limits: Pick<JudgeLimits, 'cpuMs' | 'memoryMb' | 'outputKb'>;
  readonly most: number;
  /** As for `mutationScore`. */
  readonly killers?: 'first' | 'all';
  /** On which survivors are compared with the solution; without them, none is taken for equivalent. */
  readonly inputs?: ProbeInputs;
  readonly runs?: number;
  readonly seed?: number;
}

/**
 * Mutants differ from a solution in less than another solution does: it takes more inputs to see it. A scenario is many
 * calls already.
 */
const inputsFactor = { calls: 2, scenarios: 1 };

/** What a suite makes of a solution's mutants, as it stands on a row. */
export async function mutationEvidence(
  sandbox: Pick<Sandbox, 'submit'>,
  candidate: Candidate,
  options: MutationEvidenceOptions,
): Promise<Outcome<MutationEvidence>> {
  const { limits, most, killers = 'first', inputs, runs = 100, seed = candidate.seed } = options;
  const scored = await mutationScore(sandbox, candidate, { limits, most, killers });
  if (!scored.ok) return scored;
  const score = scored.value;
  if (score.kind === 'unscored') return ok(score);
  const ids = [...score.survived, ...score.uncovered].map(({ id }) => id);
  const equivalent: Outcome<ReadonlySet<string>> = inputs
    ? await equivalentMutants(sandbox, candidate, {
        limits,
        inputs,
        runs: runs * inputsFactor[inputs.kind ?? 'calls'],
        seed,
        ids,
      })
    : ok(new Set());
  return equivalent.ok ? ok(without(score, equivalent.value)) : equivalent;
}

function without(score: MutationScore, equivalent: ReadonlySet<string>): MutationEvidence {
  const { total, killed, stopped, sampled, unjudged, acceptedStubs } = score;
  const isReal = ({ id }: Mutant): boolean => !equivalent.has(id);
  const survived = score.survived.filter(isReal);
  const uncovered = score.uncovered.filter(isReal);
  const noticed = killed + stopped;
  const real = noticed + survived.length + uncovered.length;
  return {
    kind: 'scored',
    total,
    killed,
    stopped,
    survived: survived.map(shown),
    uncovered: uncovered.map(shown),
    equivalent: equivalent.size,
    untried: sampled + unjudged,
    ...(real > 0 && { score: Math.round((noticed / real) * 1000) / 1000 }),
    acceptedStubs,
  };
}

function shown({ line, mutator, original, replacement }: Mutant): MutantEvidence {
  return { line, mutator, original, replacement };
}
