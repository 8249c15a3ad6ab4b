import { openSandbox, type Outcome, type TestReport } from '../../../sandbox/index.ts';
import { job } from '../harness.ts';
import { reasonOf } from './reason.ts';
import { type Module, type ModuleOutcome, seed, type TestOutcome } from './modules.ts';

// Tables of all Unicode characters, which some arbitraries build, take more than the usual memory.
const limits = { cpuMs: 5000, memoryMb: 256, outputKb: 256 };

/** What the sandbox makes of the modules, by id: two at a time. */
export async function runUnderSandbox(modules: readonly Module[]): Promise<Map<string, ModuleOutcome>> {
  await using sandbox = await openSandbox({ concurrency: 2 });
  const outcomes = modules.map(async ({ id, suite, solution }) => {
    const outcome = await sandbox.submit(job({ id, suite, solution, seed, limits }));
    return [id, outcomeOf(outcome)] as const;
  });
  return new Map(await Promise.all(outcomes));
}

function outcomeOf(outcome: Outcome): ModuleOutcome {
  if (!outcome.ok) return { kind: 'did-not-run', because: JSON.stringify(outcome.fault) };
  const { report } = outcome;
  if (report.kind !== 'ran') return { kind: 'did-not-run', because: JSON.stringify(report) };
  return { kind: 'ran', tests: report.tests.map(testOutcome) };
}

function testOutcome({ name, outcome, message, counterexample }: TestReport): TestOutcome {
  return {
    name,
    outcome,
    ...(message !== undefined && { reason: reasonOf(message) }),
    ...(counterexample !== undefined && { counterexample: counterexample.values }),
  };
}
