import type { MutationEvidence } from '../../core/evidence.ts';
import type { ResultRow } from '../result.ts';

/** What became of a known solution under a problem's tests. */
export type Tried = Pick<ResultRow, 'verdict' | 'fault'>;

/** What an audit tried of one problem. */
export interface AuditEvidence {
  /** Whether it has tests of the kind that is audited. */
  readonly hasTests: boolean;
  /** Absent where the set has none. */
  readonly canonical?: Tried;
  /** A published wrong solution. */
  readonly buggy?: Tried;
  /** Stubs and mutants of the canonical solution; absent where that is not accepted. */
  readonly mutation?: MutationEvidence;
}

export type Finding = 'sound' | 'wrong' | 'flaky' | 'weak' | 'unchecked';

export interface Found {
  readonly finding: Finding;
  /** Why, for people; empty for `sound`. */
  readonly because: readonly string[];
}

/** Tests that notice fewer of the changes that matter are called weak. */
const leastMutationScore = 0.8;

/**
 * Tells what an audit found of a problem. Tests that reject the published solution are wrong, or it is; those that accept
 * a stub, a known mistake or more than a fifth of the mutants are weak. Where nothing could be tried, nothing is said.
 */
export function findingOf({ hasTests, canonical, buggy, mutation }: AuditEvidence): Found {
  if (!hasTests) return { finding: 'unchecked', because: ['it has no tests of this kind'] };
  if (canonical === undefined) return { finding: 'unchecked', because: ['it has no canonical solution'] };
  const { verdict, fault } = canonical;
  if (verdict === undefined) return { finding: 'unchecked', because: [`it was not judged: ${fault?.message ?? ''}`] };
  if (verdict.kind === 'flaky') {
    return { finding: 'flaky', because: ['the canonical solution passes in one run and fails in another'] };
  }
  if (verdict.kind !== 'accepted') {
    return { finding: 'wrong', because: [`the canonical solution is ${verdict.kind}${reasonOf(verdict)}`] };
  }
  const because = weaknesses(buggy, mutation);
  if (because.length > 0) return { finding: 'weak', because };
  if (mutation?.kind === 'scored') return { finding: 'sound', because };
  return { finding: 'unchecked', because: [`no mutants were tried: ${mutation?.because ?? 'there are none'}`] };
}

function weaknesses(buggy: Tried | undefined, mutation: MutationEvidence | undefined): string[] {
  const found: string[] = [];
  if (buggy?.verdict?.kind === 'accepted') found.push('a solution that is known to be wrong passes');
  if (mutation?.kind !== 'scored') return found;
  const { acceptedStubs, score, survived, uncovered } = mutation;
  if (acceptedStubs.length > 0) found.push(`a solution that does nothing passes: ${acceptedStubs.join(', ')}`);
  if (score !== undefined && score < leastMutationScore) {
    const missed = survived.length + uncovered.length;
    found.push(`${missed} changes of the canonical solution go unnoticed: mutation score ${score}`);
  }
  return found;
}

function reasonOf(verdict: NonNullable<Tried['verdict']>): string {
  const { by, message, limit } = verdict as { by?: { message?: string }; message?: string; limit?: string };
  const text = by?.message ?? message ?? limit;
  return text === undefined ? '' : `: ${text.split('\n', 1)[0]?.slice(0, 160) ?? ''}`;
}
