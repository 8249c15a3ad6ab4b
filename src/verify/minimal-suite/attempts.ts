/** Runs a suite, whole or reduced, against all that it has to refute. */
import { failed, ok, type Outcome } from '../../core/fault.ts';
import type { MutantReport, Sandbox } from '../../../sandbox/index.ts';
import type { Candidate, JudgeLimits } from '../candidate.ts';
import { executionSeed } from '../examine.ts';
import { runMutants, type SwitchedCandidate } from '../mutants/run-mutants.ts';
import { verdictOf } from '../verdict-of.ts';

export interface Target {
  readonly candidate: Candidate;
  /** The solution with its mutants in it. */
  readonly code: string;
  readonly limits: Pick<JudgeLimits, 'cpuMs' | 'memoryMb' | 'outputKb'>;
}

/** The mutants that a suite kills, and the tests that it does it by, as far as they are known. */
export type Kills = ReadonlyMap<string, readonly string[]>;

/** Runs a suite against mutants; undefined where it does not accept the solution itself. */
export async function killsOf(
  sandbox: Pick<Sandbox, 'submit'>,
  { candidate, code, limits }: Target,
  { suite, ids, killers }: Pick<SwitchedCandidate, 'ids' | 'killers'> & { readonly suite: string },
): Promise<Outcome<Kills | undefined>> {
  const results = await runMutants(sandbox, {
    candidate: { ...candidate, suite },
    code,
    ids,
    killers: killers ?? 'first',
    limits,
  });
  if (!results.ok) return results;
  if (results.value.kind !== 'judged') return ok(undefined);
  return ok(new Map(results.value.mutants.flatMap((report) => killIn(report) ?? [])));
}

function killIn(report: MutantReport): [id: string, tests: readonly string[]][] | undefined {
  if (report.outcome === 'killed') return [[report.id, [report.by, ...(report.also ?? [])]]];
  return report.outcome === 'stopped' ? [[report.id, report.by === undefined ? [] : [report.by]]] : undefined;
}

/** Whether a suite refutes a wrong solution. */
export async function isRefuted(
  sandbox: Pick<Sandbox, 'submit'>,
  { candidate: { language = 'ts', style, entryPoint, files, seed }, limits }: Target,
  { solution, suite }: Pick<Candidate, 'solution' | 'suite'>,
): Promise<Outcome<boolean>> {
  const outcome = await sandbox.submit({
    id: 'refuted',
    solution,
    suite,
    language,
    ...(style !== undefined && { style }),
    ...(entryPoint !== undefined && { entryPoint }),
    ...(files !== undefined && { files }),
    seed: executionSeed({ solution, suite, seed }, 0),
    limits: { cpuMs: limits.cpuMs, memoryMb: limits.memoryMb, outputKb: limits.outputKb },
  });
  if (!outcome.ok) return failed({ boundary: 'sandbox', ...outcome.fault });
  return ok(verdictOf(outcome.report).kind === 'refuted');
}
