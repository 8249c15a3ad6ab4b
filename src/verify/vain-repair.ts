import type { DropReason } from '../core/decision.ts';
import type { MutationEvidence } from '../core/evidence.ts';
import { ok, type Outcome } from '../core/fault.ts';
import type { Mutations } from './mutations.ts';
import { isAccepted, type Trial } from './trial.ts';

/**
 * Why a suite that was to do better than another is not to be gone by: it accepts nothing that the other accepts, or
 * kills no more mutants of what both accept. Undefined where it does better, repairs nothing, or cannot be compared.
 */
export async function vainRepair(
  { suites, judgements }: Trial,
  suite: number,
  mutations: Mutations,
): Promise<Outcome<DropReason | undefined>> {
  const repaired = suites[suite]?.repairOf;
  const before = suites.findIndex(({ id }) => id === repaired);
  if (before === -1) return ok(undefined);
  const solution = judgements.findIndex((row) => isAccepted(row[before]) && isAccepted(row[suite]));
  if (solution === -1) return ok({ kind: 'unsupported' });
  const old = await mutations.of(solution, before);
  if (!old.ok) return old;
  const own = await mutations.of(solution, suite);
  return own.ok ? ok(noBetter(own.value, scoreOf(old.value))) : own;
}

function noBetter(own: MutationEvidence | undefined, least: number | undefined): DropReason | undefined {
  const score = scoreOf(own);
  if (own?.kind !== 'scored' || score === undefined || least === undefined || score > least) return undefined;
  return { kind: 'unproven', because: 'mutants-survive', score, survived: [...own.survived, ...own.uncovered] };
}

function scoreOf(mutation: MutationEvidence | undefined): number | undefined {
  return mutation?.kind === 'scored' ? mutation.score : undefined;
}
