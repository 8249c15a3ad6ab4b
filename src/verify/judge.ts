import { failed, ok, type Outcome } from '../core/fault.ts';
import { seedFrom } from '../core/id.ts';
import type { TypeChecker } from '../core/ports.ts';
import type { Check, Diagnostic, NonEmpty, Verdict } from '../core/verdict.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import type { Candidate, JudgeLimits } from './candidate.ts';
import { verdictOf } from './verdict-of.ts';

export interface JudgePorts {
  readonly sandbox: Pick<Sandbox, 'submit'>;
  readonly types: Pick<TypeChecker, 'check'>;
}

/** Judges a candidate: strict types first, then the sandbox, and an accepted one again with other seeds. */
export async function judge(ports: JudgePorts, candidate: Candidate, limits: JudgeLimits): Promise<Outcome<Verdict>> {
  if (limits.types === 'strict') {
    const typed = await checkTypes(ports.types, candidate);
    if (!typed.ok || typed.value) return typed as Outcome<Verdict>;
  }
  const first = await execute(ports.sandbox, candidate, limits, 0);
  if (!first.ok || first.value.kind !== 'accepted') return first;
  for (let round = 1; round < limits.repeat; round += 1) {
    const again = await execute(ports.sandbox, candidate, limits, round);
    if (!again.ok) return again;
    if (again.value.kind !== 'accepted') return ok(disagreement(first.value.checks, again.value));
  }
  return first;
}

/** The seed of one execution: it depends on nothing but the candidate and the round. */
export function executionSeed(candidate: Candidate, round: number): number {
  return seedFrom([candidate.solution, candidate.suite, candidate.seed, round]);
}

async function checkTypes(types: JudgePorts['types'], candidate: Candidate): Promise<Outcome<Verdict | undefined>> {
  const [checked] = await types.check([{ solution: candidate.solution, suite: candidate.suite }]);
  if (!checked) throw new Error('the type checker answered fewer jobs than it was given');
  if (!checked.ok) return checked;
  const [first] = checked.value;
  if (!first) return ok(undefined);
  const diagnostics = checked.value as NonEmpty<Diagnostic>;
  const side = diagnostics.some(({ file }) => file === 'solution') ? 'solution' : 'suite';
  return ok({ kind: 'ill-typed', side, diagnostics });
}

async function execute(
  sandbox: JudgePorts['sandbox'],
  candidate: Candidate,
  limits: JudgeLimits,
  round: number,
): Promise<Outcome<Verdict>> {
  const { cpuMs, memoryMb, outputKb } = limits;
  const seed = executionSeed(candidate, round);
  const outcome = await sandbox.submit({
    id: String(seed),
    solution: candidate.solution,
    suite: candidate.suite,
    language: 'ts',
    seed,
    limits: { cpuMs, memoryMb, outputKb },
  });
  return outcome.ok ? ok(verdictOf(outcome.report)) : failed({ boundary: 'sandbox', ...outcome.fault });
}

/** A counterexample that only another seed finds refutes; a test that fails without one is flaky; the rest speaks for itself. */
function disagreement(first: readonly Check[], second: Exclude<Verdict, { kind: 'accepted' }>): Verdict {
  if (second.kind !== 'refuted') return second;
  return second.by.counterexample ? second : { kind: 'flaky', first, second: [second.by] };
}
