import { failed, ok, type Outcome } from '../core/fault.ts';
import { seedFrom } from '../core/id.ts';
import type { TypeChecker } from '../core/ports.ts';
import type { Check, Verdict } from '../core/verdict.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import type { Candidate, JudgeLimits } from './candidate.ts';
import { checkTypes, type IllTyped } from './check-types.ts';
import { verdictOf } from './verdict-of.ts';

export interface JudgePorts {
  readonly sandbox: Pick<Sandbox, 'submit'>;
  readonly types: Pick<TypeChecker, 'check'>;
}

/** A verdict, and what led to it. */
export interface Examined {
  readonly verdict: Verdict;
  /** The tests of the execution that decided; none where nothing ran to its end. */
  readonly tests: readonly Check[];
  /** Of all executions together. */
  readonly durationMs: number;
}

/** Examines a candidate: strict types first, then the sandbox, and an accepted one again with other seeds. */
export async function examine(
  ports: JudgePorts,
  candidate: Candidate,
  limits: JudgeLimits,
): Promise<Outcome<Examined>> {
  const typed = limits.types === 'strict' ? await checkTypes(ports.types, candidate) : ok(undefined);
  if (!typed.ok) return typed;
  if (typed.value) return await orMalformed(ports, candidate, limits, typed.value);
  return await executeAll(ports.sandbox, candidate, limits);
}

/** The seed of one execution: it depends on nothing but the candidate and the round. */
export function executionSeed(candidate: Candidate, round: number): number {
  return candidate.seeds?.[round] ?? seedFrom([candidate.solution, candidate.suite, candidate.seed, round]);
}

/** What does not even parse, or asks for modules that are not there, has no types to speak of: the sandbox says so. */
async function orMalformed(
  { sandbox }: JudgePorts,
  candidate: Candidate,
  limits: JudgeLimits,
  illTyped: IllTyped,
): Promise<Outcome<Examined>> {
  const judged: Examined = { verdict: illTyped, tests: [], durationMs: 0 };
  if (!illTyped.diagnostics.some(({ code }) => isSyntaxError(code) || unresolved.has(code))) return ok(judged);
  const executed = await execute(sandbox, candidate, limits, 0);
  return executed.ok && executed.value.verdict.kind !== 'malformed' ? ok(judged) : executed;
}

/** Codes of TypeScript for a module that it does not find. */
const unresolved: ReadonlySet<number> = new Set([2307, 2591, 2792, 2882]);

/** TypeScript numbers the errors of its parser so. */
function isSyntaxError(code: number): boolean {
  return code >= 1000 && code < 2000;
}

async function executeAll(
  sandbox: JudgePorts['sandbox'],
  candidate: Candidate,
  limits: JudgeLimits,
): Promise<Outcome<Examined>> {
  const first = await execute(sandbox, candidate, limits, 0);
  if (!first.ok || first.value.verdict.kind !== 'accepted') return first;
  let { durationMs } = first.value;
  for (let round = 1; round < limits.repeat; round += 1) {
    const again = await execute(sandbox, candidate, limits, round);
    if (!again.ok) return again;
    const { verdict, tests } = again.value;
    durationMs += again.value.durationMs;
    if (verdict.kind !== 'accepted') {
      return ok({ verdict: disagreement(first.value.tests, verdict), tests, durationMs });
    }
  }
  return ok({ ...first.value, durationMs });
}

async function execute(
  sandbox: JudgePorts['sandbox'],
  candidate: Candidate,
  limits: JudgeLimits,
  round: number,
): Promise<Outcome<Examined>> {
  const { cpuMs, memoryMb, outputKb } = limits;
  const { solution, suite, language = 'ts', style, entryPoint, files } = candidate;
  const seed = executionSeed(candidate, round);
  const outcome = await sandbox.submit({
    id: String(seed),
    solution,
    suite,
    language,
    ...(style !== undefined && { style }),
    ...(entryPoint !== undefined && { entryPoint }),
    ...(files !== undefined && { files }),
    seed,
    limits: { cpuMs, memoryMb, outputKb },
  });
  if (!outcome.ok) return failed({ boundary: 'sandbox', ...outcome.fault });
  const { report, durationMs } = outcome;
  return ok({ verdict: verdictOf(report), tests: report.kind === 'ran' ? report.tests : [], durationMs });
}

/** A counterexample that only another seed finds refutes; a test that fails without one is flaky; the rest speaks for itself. */
function disagreement(first: readonly Check[], second: Exclude<Verdict, { kind: 'accepted' }>): Verdict {
  if (second.kind !== 'refuted') return second;
  return second.by.counterexample ? second : { kind: 'flaky', first, second: [second.by] };
}
