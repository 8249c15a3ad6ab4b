import { failed, ok, type Outcome } from '../../core/fault.ts';
import type { MutantReport, Report, Sandbox } from '../../../sandbox/index.ts';
import type { Candidate, JudgeLimits } from '../candidate.ts';
import { executionSeed } from '../examine.ts';

export interface SwitchedCandidate {
  readonly candidate: Candidate;
  /** The solution with its mutants in it. */
  readonly code: string;
  readonly ids: readonly string[];
  /** Whether all tests that kill a mutant are wanted. */
  readonly killers?: 'first' | 'all';
  readonly limits: Pick<JudgeLimits, 'cpuMs' | 'memoryMb' | 'outputKb'>;
}

export type MutantResults =
  | { readonly kind: 'judged'; readonly mutants: readonly MutantReport[] }
  | { readonly kind: 'unscored'; readonly because: string };

/** Every job that a mutant ends costs a process: so many more are made to find those that do it. */
const maxJobs = 16;

/**
 * All mutants of a solution share so many times what one candidate may take. It is meant not to be used up: where it is,
 * how far the machine came decides which mutants are judged.
 */
const timeFactor = 4;

/**
 * Runs mutants of a solution against its suite in one job. Where one of them ends the whole job, as only a crash or a
 * call that nothing interrupts does, halves are judged until it is found; it is stopped.
 */
export async function runMutants(
  sandbox: Pick<Sandbox, 'submit'>,
  switched: SwitchedCandidate,
): Promise<Outcome<MutantResults>> {
  const first = await submit(sandbox, switched);
  if (!first.ok) return first;
  if (first.value.kind !== 'stopped') return ok(resultsOf(first.value));
  const unchanged = await submit(sandbox, { ...switched, ids: [] });
  if (!unchanged.ok) return unchanged;
  const results = resultsOf(unchanged.value);
  return results.kind === 'unscored' ? ok(results) : await inHalves(sandbox, switched);
}

/** Larger parts come first, so that what is left when no more jobs may be made is as little as possible. */
async function inHalves(
  sandbox: Pick<Sandbox, 'submit'>,
  switched: SwitchedCandidate,
): Promise<Outcome<MutantResults>> {
  const mutants: MutantReport[] = [];
  const parts: (readonly string[])[] = [...halvesOf(switched.ids)];
  for (let jobs = 0; jobs < maxJobs; jobs++) {
    const ids = parts.shift();
    if (ids === undefined) break;
    const judged = await submit(sandbox, { ...switched, ids });
    if (!judged.ok) return judged;
    const results = resultsOf(judged.value);
    if (results.kind === 'judged') mutants.push(...results.mutants);
    else if (ids.length > 1) parts.push(...halvesOf(ids));
    else mutants.push(...ids.map((id) => ({ id, outcome: 'stopped' }) as const));
  }
  mutants.push(...parts.flat().map((id) => ({ id, outcome: 'unjudged' }) as const));
  return ok({ kind: 'judged', mutants });
}

function halvesOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  const middle = Math.ceil(all.length / 2);
  return [all.slice(0, middle), all.slice(middle)].filter(({ length }) => length > 0);
}

async function submit(
  sandbox: Pick<Sandbox, 'submit'>,
  { candidate, code, ids, killers, limits: { cpuMs, memoryMb, outputKb } }: SwitchedCandidate,
): Promise<Outcome<Report>> {
  const { suite, language = 'ts', style, entryPoint, files } = candidate;
  const seed = executionSeed(candidate, 0);
  const outcome = await sandbox.submit({
    id: `${seed}-mutants`,
    solution: code,
    suite,
    language,
    ...(style !== undefined && { style }),
    ...(entryPoint !== undefined && { entryPoint }),
    ...(files !== undefined && { files }),
    mutants: ids,
    ...(killers !== undefined && { killers }),
    seed,
    limits: { cpuMs: cpuMs * timeFactor, memoryMb, outputKb },
  });
  return outcome.ok ? ok(outcome.report) : failed({ boundary: 'sandbox', ...outcome.fault });
}

function resultsOf(report: Report): MutantResults {
  if (report.kind !== 'ran') return { kind: 'unscored', because: `the instrumented solution is ${report.kind}` };
  if (report.mutants !== undefined) return { kind: 'judged', mutants: report.mutants };
  const failure = report.tests.find(({ outcome }) => outcome === 'failed')?.name ?? '';
  return { kind: 'unscored', because: `the suite does not accept the instrumented solution: ${failure}` };
}
