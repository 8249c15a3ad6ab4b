import type { Fault } from '../../core/fault.ts';
import type { Candidate, JudgeLimits } from '../../verify/candidate.ts';
import type { Examine } from '../batch/open-judge.ts';
import { verdictRow, type VerdictRow } from '../batch/verdict-row.ts';
import type { Claims, Verification } from './proof.ts';

/** What came of proving a row again. */
export type Proven =
  | { readonly result: 'proven' }
  | { readonly result: 'refuted'; readonly because: string; readonly verdict?: VerdictRow }
  | { readonly result: 'unjudged'; readonly fault: Pick<Fault, 'boundary' | 'code' | 'message'> };

/** Something that must be so: tests accept a solution, or do not. */
interface Claim {
  readonly candidate: Candidate;
  readonly limits: JudgeLimits;
  readonly isAccepted: boolean;
  readonly otherwise: string;
}

/** Runs all that a row claims, under the limits and with the seeds that it was proven by; ends at the first untruth. */
export async function proveClaims(claims: Claims, examine: Examine, signal: AbortSignal): Promise<Proven> {
  for (const { candidate, limits, isAccepted, otherwise } of claimsOf(claims)) {
    const examined = await examine(candidate, limits, signal);
    if (!examined.ok) {
      const { boundary, code, message } = examined.fault;
      return { result: 'unjudged', fault: { boundary, code, message } };
    }
    const { verdict } = examined.value;
    if ((verdict.kind === 'accepted') !== isAccepted) {
      return { result: 'refuted', because: otherwise, verdict: verdictRow(verdict) };
    }
  }
  return { result: 'proven' };
}

function claimsOf({ verification, accepts, refutes, alsoBy }: Claims): Claim[] {
  const { solution, tests: suite, seeds } = verification;
  const limits = limitsOf(verification);
  const claim = (change: Partial<Candidate>, isAccepted: boolean, otherwise: string): Claim => {
    const { seed = 1, language } = verification;
    return { candidate: { solution, suite, seed, language, ...change }, limits, isAccepted, otherwise };
  };
  return [
    claim({ seeds }, true, 'its tests do not accept its solution'),
    ...alsoBy.map((tests) => claim({ suite: tests }, true, 'its minimal tests do not accept its solution')),
    ...accepts.map((other) => claim({ solution: other }, true, 'its tests do not accept a solution that they did')),
    ...refutes.map((other) => claim({ solution: other }, false, 'its tests accept a solution that they did not')),
  ];
}

function limitsOf({ limits, seeds, types }: Verification): JudgeLimits {
  const { cpu_ms: cpuMs, memory_mb: memoryMb, output_kb: outputKb } = limits;
  return { cpuMs, memoryMb, outputKb, repeat: seeds.length, types };
}
