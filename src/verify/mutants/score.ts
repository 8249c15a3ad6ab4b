import { ok, type Outcome } from '../../core/fault.ts';
import type { MutantReport, Sandbox } from '../../../sandbox/index.ts';
import type { Candidate, JudgeLimits } from '../candidate.ts';
import { stubId, stubNames } from '../stubs/stub.ts';
import type { MutationEvidence, MutationScore } from './evidence.ts';
import { instrument } from './instrument.ts';
import type { Mutant } from './mutant.ts';
import { runMutants } from './run-mutants.ts';
import { spread } from './spread.ts';

export interface MutationOptions {
  readonly limits: Pick<JudgeLimits, 'cpuMs' | 'memoryMb' | 'outputKb'>;
  /** At most so many mutants are judged, evenly spread over the solution. */
  readonly most?: number;
  /** Whether the job finds out all tests that kill a mutant, for those who ask for the same job later. */
  readonly killers?: 'first' | 'all';
}

const defaultMost = 60;

/**
 * Tells how many small changes of a solution its suite notices, and whether it notices that nothing is done at all: the
 * mutation score of DeMillo, Lipton and Sayward (1978), with the mutators of StrykerJS. All mutants run in one pair of
 * realms, one after another, and in fresh ones where one leaves something behind.
 */
export async function mutationScore(
  sandbox: Pick<Sandbox, 'submit'>,
  candidate: Candidate,
  { limits, most = defaultMost, killers = 'first' }: MutationOptions,
): Promise<Outcome<MutationEvidence>> {
  const instrumented = await instrument(candidate.solution, { language: candidate.language ?? 'ts' });
  if (instrumented.kind === 'uninstrumentable') return ok({ kind: 'unscored', because: instrumented.message });
  const { code, mutants } = instrumented;
  const chosen = spread(mutants, most);
  const ids = [...stubNames.map(stubId), ...chosen.map(({ id }) => id)];
  const results = await runMutants(sandbox, { candidate, code, ids, killers, limits });
  if (!results.ok) return results;
  if (results.value.kind === 'unscored') return ok(results.value);
  return ok(scoreOf(chosen, mutants.length, results.value.mutants));
}

function scoreOf(chosen: readonly Mutant[], total: number, reports: readonly MutantReport[]): MutationScore {
  const outcomes = new Map(reports.map(({ id, outcome }) => [id, outcome]));
  const having = (wanted: MutantReport['outcome']): readonly Mutant[] =>
    chosen.filter(({ id }) => outcomes.get(id) === wanted);
  const [killed, stopped, unjudged] = [having('killed').length, having('stopped').length, having('unjudged').length];
  const judged = chosen.length - unjudged;
  return {
    kind: 'scored',
    isolation: 'realms-used-in-turn',
    total,
    killed,
    stopped,
    survived: having('survived'),
    uncovered: having('uncovered'),
    sampled: total - chosen.length,
    unjudged,
    score: judged === 0 ? undefined : Math.round(((killed + stopped) / judged) * 1000) / 1000,
    acceptedStubs: stubNames.filter((name) => isAccepted(outcomes.get(stubId(name)))),
  };
}

/** A suite that reaches no function accepts every one of them. */
function isAccepted(outcome: MutantReport['outcome'] | undefined): boolean {
  return outcome === 'survived' || outcome === 'uncovered';
}
