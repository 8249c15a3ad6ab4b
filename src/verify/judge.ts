import { ok, type Outcome } from '../core/fault.ts';
import type { Verdict } from '../core/verdict.ts';
import type { Candidate, JudgeLimits } from './candidate.ts';
import { examine, type JudgePorts } from './examine.ts';

export { executionSeed, type JudgePorts } from './examine.ts';

/** Judges a candidate; see `examine`, which tells more. */
export async function judge(ports: JudgePorts, candidate: Candidate, limits: JudgeLimits): Promise<Outcome<Verdict>> {
  const examined = await examine(ports, candidate, limits);
  return examined.ok ? ok(examined.value.verdict) : examined;
}
