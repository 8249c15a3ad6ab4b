import { afterAll, beforeAll } from 'vitest';
import {
  type Job,
  openSandbox,
  type Outcome,
  type Report,
  type Sandbox,
  type TestReport,
} from '../../sandbox/index.ts';

/** One sandbox for all tests of a file. */
export function sharedSandbox(): () => Sandbox {
  let sandbox: Sandbox | undefined;
  beforeAll(async () => {
    sandbox = await openSandbox({ concurrency: 1 });
  }, 30_000);
  afterAll(() => sandbox?.close());
  return () => {
    if (sandbox === undefined) throw new Error('the sandbox is not open yet');
    return sandbox;
  };
}

export function job(parts: Partial<Job>): Job {
  return {
    id: 'job',
    solution: 'export const answer = 42;',
    suite: "import { expect, test } from 'vitest';\ntest('one', () => expect(1).toBe(1));",
    language: 'ts',
    seed: 1,
    limits: { cpuMs: 1000, memoryMb: 64, outputKb: 64 },
    ...parts,
  };
}

export function reportOf(outcome: Outcome): Report {
  if (!outcome.ok) throw new Error(`${outcome.fault.code}: ${outcome.fault.message}`);
  return outcome.report;
}

export function testsOf(outcome: Outcome): readonly TestReport[] {
  const report = reportOf(outcome);
  if (report.kind !== 'ran') throw new Error(JSON.stringify(report));
  return report.tests;
}

/** `name: outcome` of every test. */
export function outcomesOf(outcome: Outcome): string[] {
  return testsOf(outcome).map((test) => `${test.name}: ${test.outcome}`);
}

/** The body of one test against a solution: whether it passed. */
export async function passes(sandbox: Sandbox, solution: string, body: string): Promise<boolean> {
  const suite = `import { expect, test, vi } from 'vitest';\nimport * as solution from './solution';\ntest('it', async () => { ${body} });`;
  const tests = testsOf(await sandbox.submit(job({ solution, suite })));
  return tests.every((test) => test.outcome === 'passed');
}
