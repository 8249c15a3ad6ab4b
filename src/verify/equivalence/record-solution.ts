import type { Sandbox } from '../../../sandbox/index.ts';
import { failed, ok, type Outcome } from '../../core/fault.ts';
import { contentId } from '../../core/id.ts';
import type { ProbeInputs } from '../behaviour/behaviour.ts';
import type { Candidate, JudgeLimits } from '../candidate.ts';
import type { Recorded } from './recorder.ts';
import { regressionSuite } from './regression-suite.ts';

export interface RecordOptions {
  readonly limits: Pick<JudgeLimits, 'cpuMs' | 'memoryMb' | 'outputKb'>;
  readonly inputs: ProbeInputs;
  readonly runs: number;
  readonly seed: number;
}

/** A call that does not end uses it all, several times over; hundreds that end take some tens of milliseconds. */
const mostCpuMs = 500;

/** What an unchanged solution does on generated inputs. */
export interface Expectation {
  /** A digest of each call. */
  readonly calls: readonly string[];
  readonly waits: boolean;
}

/**
 * Finds out what a solution does, in one job, or two where it gives promises. Undefined where it does not get through all
 * calls, so that it can be no measure for others.
 */
export async function recordSolution(
  sandbox: Pick<Sandbox, 'submit'>,
  candidate: Candidate,
  options: RecordOptions,
): Promise<Outcome<Expectation | undefined>> {
  for (const waits of [false, true]) {
    const recorded = await recordOnce(sandbox, candidate, { ...options, waits });
    if (!recorded.ok) return recorded;
    const { calls = [], total = 0 } = recorded.value ?? {};
    if (total === 0) break;
    if (calls.length === total) return ok({ calls, waits });
  }
  return ok(undefined);
}

async function recordOnce(
  sandbox: Pick<Sandbox, 'submit'>,
  { solution, language = 'ts', entryPoint = '', files }: Candidate,
  { limits, inputs, runs, seed, waits }: RecordOptions & { readonly waits: boolean },
): Promise<Outcome<Recorded | undefined>> {
  const mark = contentId('record', [solution, seed, inputs]);
  const outcome = await sandbox.submit({
    id: mark,
    solution,
    suite: regressionSuite({ entryPoint, inputs, runs, seed, waits, mode: { kind: 'record', mark } }),
    style: waits ? 'vitest' : 'throw',
    language,
    entryPoint,
    ...(files !== undefined && { files }),
    seed,
    limits: { ...limits, cpuMs: Math.min(limits.cpuMs, mostCpuMs) },
  });
  if (!outcome.ok) return failed({ boundary: 'sandbox', ...outcome.fault });
  const { report } = outcome;
  return ok(report.kind === 'ran' ? readRecord(report.console, mark) : undefined);
}

/** A solution may print too, so the mark may stand anywhere in a line; a line cut off is none. */
function readRecord(console: string, mark: string): Recorded | undefined {
  const line = console.split('\n').find((one) => one.includes(mark));
  if (line === undefined) return undefined;
  try {
    return JSON.parse(line.slice(line.indexOf(mark) + mark.length)) as Recorded;
  } catch {
    return undefined;
  }
}
