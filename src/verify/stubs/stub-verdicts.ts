import { ok, type Outcome } from '../../core/fault.ts';
import type { Sandbox } from '../../../sandbox/index.ts';
import type { Candidate, JudgeLimits } from '../candidate.ts';
import { mutationScore } from '../mutants/score.ts';
import type { StubName } from './stub.ts';

export type StubVerdicts =
  | { readonly kind: 'judged'; readonly accepted: readonly StubName[] }
  | { readonly kind: 'unjudged'; readonly because: string };

/** Which stubs a suite accepts in place of the solution; `mutationScore` tells it too, with the mutants. */
export async function stubVerdicts(
  sandbox: Pick<Sandbox, 'submit'>,
  candidate: Candidate,
  limits: Pick<JudgeLimits, 'cpuMs' | 'memoryMb' | 'outputKb'>,
): Promise<Outcome<StubVerdicts>> {
  const scored = await mutationScore(sandbox, candidate, { limits, most: 0 });
  if (!scored.ok) return scored;
  const { value } = scored;
  if (value.kind === 'unscored') return ok({ kind: 'unjudged', because: value.because });
  return ok({ kind: 'judged', accepted: value.acceptedStubs });
}
