import { describe, expect, test } from 'vitest';
import { ok } from '../../../src/core/fault.ts';
import type { Candidate, JudgeLimits } from '../../../src/verify/candidate.ts';
import { examine, type JudgePorts } from '../../../src/verify/examine.ts';
import type { Job, Outcome, Report, TestReport } from '../../../sandbox/index.ts';

const candidate: Candidate = { solution: 's', suite: 't', seed: 1 };
const limits: JudgeLimits = { cpuMs: 1, memoryMb: 1, outputKb: 1, repeat: 2, types: 'strict' };
const passed: TestReport = { name: 'a', outcome: 'passed' };
const failed: TestReport = { name: 'a', outcome: 'failed' };
const malformed: Report = { kind: 'malformed', side: 'solution', stage: 'parse', message: 'Unexpected token' };

function ran(...tests: readonly TestReport[]): Report {
  return { kind: 'ran', isolation: 'separate-isolates', tests, console: '' };
}

/** Ports whose sandbox reports from a list and whose type checker finds errors of these codes. */
function ports(reports: readonly Report[], codes: readonly number[] = []): JudgePorts & { readonly jobs: Job[] } {
  const jobs: Job[] = [];
  const submit = async (job: Job): Promise<Outcome> => {
    const report = reports[jobs.push(job) - 1];
    if (!report) throw new Error('more executions than expected');
    return { ok: true, report, durationMs: 10 };
  };
  const found = codes.map((code) => ({ file: 'solution', line: 1, code, message: 'no' }) as const);
  return { jobs, sandbox: { submit }, types: { check: async (given) => given.map(() => ok(found)) } };
}

describe('examine', () => {
  test('tells the tests of the execution that decided, and the time of all', async () => {
    expect(await examine(ports([ran(passed), ran(passed)]), candidate, limits)).toEqual(
      ok({ verdict: { kind: 'accepted', checks: [passed] }, tests: [passed], durationMs: 20 }),
    );
    expect(await examine(ports([ran(passed), ran(failed)]), candidate, limits)).toEqual(
      ok({ verdict: { kind: 'flaky', first: [passed], second: [failed] }, tests: [failed], durationMs: 20 }),
    );
    expect(await examine(ports([malformed]), candidate, limits)).toMatchObject({ value: { tests: [] } });
  });

  test('hands all that a candidate says to the sandbox', async () => {
    const more = { language: 'js', style: 'throw', entryPoint: 'f', files: { 'a.js': '' } } as const;
    const given = ports([ran(failed)]);
    await examine(given, { ...candidate, ...more }, { ...limits, types: 'off' });
    expect(given.jobs).toEqual([expect.objectContaining({ ...more, solution: 's', suite: 't' })]);
  });

  test('leaves it to the sandbox to say that a candidate does not parse', async () => {
    expect(await examine(ports([malformed], [1005, 2304]), candidate, limits)).toMatchObject({
      value: { verdict: malformed },
    });
  });

  test('calls ill-typed what only the type checker does not parse', async () => {
    const judged = await examine(ports([ran(passed)], [1308]), candidate, limits);
    expect(judged).toMatchObject({ value: { verdict: { kind: 'ill-typed', side: 'solution' }, tests: [] } });
  });
});
