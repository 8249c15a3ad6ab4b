import { describe, expect, test } from 'vitest';
import { ok, type Outcome as CoreOutcome } from '../../../src/core/fault.ts';
import type { TypeCheckJob } from '../../../src/core/ports.ts';
import type { Diagnostic } from '../../../src/core/verdict.ts';
import type { JudgeLimits } from '../../../src/verify/candidate.ts';
import { executionSeed, judge, type JudgePorts } from '../../../src/verify/judge.ts';
import type { Job, Outcome, Report, TestReport } from '../../../sandbox/index.ts';
import { passingFault } from '../support/examples.ts';

const candidate = { solution: 'the solution', suite: 'the suite', seed: 3 };
const limits: JudgeLimits = { cpuMs: 100, memoryMb: 64, outputKb: 32, repeat: 3, types: 'strict' };
const passed: TestReport = { name: 'a', outcome: 'passed' };
const failed: TestReport = { name: 'a', outcome: 'failed', message: 'no' };
const falsified: TestReport = { ...failed, counterexample: { values: '[0]', seed: 1, path: '0', shrinks: 0 } };
const accepted = { kind: 'accepted', checks: [passed] };

function ran(...tests: readonly TestReport[]): Outcome {
  return reported({ kind: 'ran', isolation: 'separate-isolates', tests, console: '' });
}

function reported(report: Report): Outcome {
  return { ok: true, report, durationMs: 1 };
}

/** A sandbox that reports from a list and records its jobs. */
function fakeSandbox(outcomes: readonly Outcome[]): JudgePorts['sandbox'] & { readonly jobs: readonly Job[] } {
  const jobs: Job[] = [];
  return {
    jobs,
    async submit(job: Job) {
      const outcome = outcomes[jobs.push(job) - 1];
      if (!outcome) throw new Error('more executions than expected');
      return outcome;
    },
  };
}

function fakeTypes(
  found: CoreOutcome<readonly Diagnostic[]> = ok([]),
): JudgePorts['types'] & { readonly jobs: readonly TypeCheckJob[] } {
  const jobs: TypeCheckJob[] = [];
  return {
    jobs,
    async check(given) {
      jobs.push(...given);
      return given.map(() => found);
    },
  };
}

function diagnostic(file: Diagnostic['file']): Diagnostic {
  return { file, line: 1, code: 2322, message: 'no' };
}

describe('judge', () => {
  test('accepts what passes the type check and every execution', async () => {
    const [sandbox, types] = [fakeSandbox([ran(passed), ran(passed), ran(passed)]), fakeTypes()];
    expect(await judge({ sandbox, types }, candidate, limits)).toEqual(ok(accepted));
    expect(types.jobs).toEqual([{ solution: 'the solution', suite: 'the suite' }]);
    expect(sandbox.jobs).toHaveLength(3);
    expect(sandbox.jobs[0]).toMatchObject({
      solution: 'the solution',
      suite: 'the suite',
      language: 'ts',
      seed: executionSeed(candidate, 0),
      limits: { cpuMs: 100, memoryMb: 64, outputKb: 32 },
    });
  });

  test('gives each execution a seed of its own, which depends on the candidate alone', async () => {
    const seeds = async (): Promise<number[]> => {
      const sandbox = fakeSandbox([ran(passed), ran(passed), ran(passed)]);
      await judge({ sandbox, types: fakeTypes() }, candidate, limits);
      return sandbox.jobs.map(({ seed }) => seed);
    };
    expect(new Set(await seeds()).size).toBe(3);
    expect(await seeds()).toEqual(await seeds());
    expect(executionSeed({ ...candidate, seed: 4 }, 0)).not.toBe(executionSeed(candidate, 0));
    expect(executionSeed({ ...candidate, suite: 'x' }, 0)).not.toBe(executionSeed(candidate, 0));
  });

  test.each([
    ['solution', [diagnostic('suite'), diagnostic('solution')]],
    ['suite', [diagnostic('suite')]],
  ])('blames the %s for its types, and executes nothing', async (side, diagnostics) => {
    const sandbox = fakeSandbox([]);
    const judged = await judge({ sandbox, types: fakeTypes(ok(diagnostics)) }, candidate, limits);
    expect(judged).toEqual(ok({ kind: 'ill-typed', side, diagnostics }));
    expect(sandbox.jobs).toEqual([]);
  });

  test('asks for no type check where it is off', async () => {
    const [sandbox, types] = [fakeSandbox([ran(passed)]), fakeTypes(ok([diagnostic('solution')]))];
    const judged = await judge({ sandbox, types }, candidate, { ...limits, types: 'off', repeat: 1 });
    expect([judged, types.jobs]).toEqual([ok(accepted), []]);
  });

  test.each([
    ['refuted', ran(passed, failed)],
    ['stopped', reported({ kind: 'stopped', side: 'solution', limit: 'cpu' })],
    ['tampered', reported({ kind: 'tampered', what: 'x' })],
  ])('executes only once what is %s', async (kind, outcome) => {
    const sandbox = fakeSandbox([outcome]);
    expect(await judge({ sandbox, types: fakeTypes() }, candidate, limits)).toMatchObject({ value: { kind } });
  });

  test('calls an example flaky that passes and then fails', async () => {
    const sandbox = fakeSandbox([ran(passed), ran(passed), ran(failed)]);
    const judged = await judge({ sandbox, types: fakeTypes() }, candidate, limits);
    expect(judged).toEqual(ok({ kind: 'flaky', first: [passed], second: [failed] }));
  });

  test('is refuted by a counterexample that only another seed finds', async () => {
    const sandbox = fakeSandbox([ran(passed), ran(falsified)]);
    const judged = await judge({ sandbox, types: fakeTypes() }, candidate, limits);
    expect(judged).toEqual(ok({ kind: 'refuted', by: falsified, failed: 1, total: 1 }));
  });

  test('says so when a later execution is stopped', async () => {
    const sandbox = fakeSandbox([ran(passed), reported({ kind: 'stopped', side: 'unknown', limit: 'cpu' })]);
    const judged = await judge({ sandbox, types: fakeTypes() }, candidate, limits);
    expect(judged).toEqual(ok({ kind: 'stopped', side: 'unknown', limit: 'cpu' }));
  });

  test.each([0, 1])('gives no verdict when the sandbox fails in execution %i', async (round) => {
    const fault = { code: 'child-killed', retryable: true, message: 'killed' };
    const sandbox = fakeSandbox([...Array.from({ length: round }, () => ran(passed)), { ok: false, fault }]);
    const judged = await judge({ sandbox, types: fakeTypes() }, candidate, limits);
    expect(judged).toEqual({ ok: false, fault: { boundary: 'sandbox', ...fault } });
  });

  test('gives no verdict when the type check fails', async () => {
    const broken = { ok: false, fault: { ...passingFault, boundary: 'types' } } as const;
    const sandbox = fakeSandbox([]);
    expect(await judge({ sandbox, types: fakeTypes(broken) }, candidate, limits)).toEqual(broken);
  });
});
