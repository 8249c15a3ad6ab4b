import { describe, expect, test } from 'vitest';
import { failed, ok, type Outcome } from '../../../../src/core/fault.ts';
import type { Diagnostic, Verdict } from '../../../../src/core/verdict.ts';
import type { Judge } from '../../../../src/pipeline/batch/open-judge.ts';
import { judgeSettings, type JudgeFlags } from '../../../../src/pipeline/batch/settings.ts';
import { programJudge } from '../../../../src/pipeline/serve/judge-program.ts';
import type { ProgramRequest } from '../../../../src/serve/judge/request.ts';
import type { Candidate, JudgeLimits } from '../../../../src/verify/candidate.ts';

const accepted: Verdict = { kind: 'accepted', checks: [{ name: 'a', outcome: 'passed' }] };
const cpu: Verdict = { kind: 'stopped', side: 'solution', limit: 'cpu' };
const unreadable: Verdict = { kind: 'malformed', side: 'suite', stage: 'parse', message: 'suite:1: no' };
const fault = { boundary: 'sandbox', code: 'machine-stalled', retryable: true, message: 'It stalled.' } as const;
const gone = new AbortController().signal;

interface Asked {
  readonly candidate: Candidate;
  readonly limits: JudgeLimits;
}

/** Judges one program by verdicts that stand for each of its tests. */
async function judged(
  verdicts: Readonly<Record<string, Verdict | undefined>>,
  request: Partial<ProgramRequest> = {},
  { diagnostics = ok([]), ...flags }: JudgeFlags & { readonly diagnostics?: Outcome<readonly Diagnostic[]> } = {},
) {
  const asked: Asked[] = [];
  const judge: Pick<Judge, 'examine' | 'diagnose'> = {
    examine: async (candidate, limits) => {
      asked.push({ candidate, limits });
      const verdict = verdicts[candidate.suite];
      return verdict ? ok({ verdict, tests: [], durationMs: 5 }) : failed(fault);
    },
    diagnose: async () => diagnostics,
  };
  const settings = judgeSettings({ types: 'off', concurrency: 2, ...flags });
  const whole = { program: 'let a = 1', tests: Object.keys(verdicts), language: 'ts', ...request } as const;
  return { result: await programJudge(judge, settings)(whole, gone), asked };
}

describe('a program', () => {
  test('is judged by each test, in their order', async () => {
    const { result } = await judged({ 'throw 1': cpu, 'throw 2': accepted });
    expect(result).toEqual({
      ok: true,
      results: [
        { isPassed: false, durationMs: 5, verdict: { kind: 'stopped', side: 'solution', limit: 'cpu' } },
        { isPassed: true, durationMs: 5, verdict: { kind: 'accepted' } },
      ],
    });
  });

  test('has no results at all where one test has none', async () => {
    const { result } = await judged({ 'throw 1': cpu, 'throw 2': undefined, 'throw 3': cpu });
    expect(result).toEqual({ ok: false, isBadTest: false, fault });
  });

  test('is no wrong one for a test that does not parse, which is named', async () => {
    const { result } = await judged({ 'throw 1': cpu, '(': unreadable });
    const message = 'tests[1] does not parse: suite:1: no';
    const told = { boundary: 'request', code: 'bad-test', message, retryable: false };
    expect(result).toEqual({ ok: false, isBadTest: true, fault: told });
  });

  test('has the CPU time that the client gives it, and no more than the server does', async () => {
    const limits = [undefined, 200, 5000].map(async (cpuMs) => {
      const { asked } = await judged({ 'throw 1': accepted }, cpuMs === undefined ? {} : { cpuMs }, { timeoutMs: 900 });
      return asked[0]?.limits.cpuMs;
    });
    expect(await Promise.all(limits)).toEqual([900, 200, 900]);
  });

  test('is taken out of a reply, or is wrong where there is none', async () => {
    const reply = 'So:\n```ts\nlet a = 1\n```';
    const { result, asked } = await judged({ 'throw 1': accepted }, { program: reply });
    expect(result).toMatchObject({ ok: true, extracted: expect.anything() });
    expect(asked[0]?.candidate.solution.trim()).toBe('let a = 1');
    const none = await judged({ 'throw 1': accepted, 'throw 2': accepted }, { program: 'No, sorry.' });
    expect(none.asked).toEqual([]);
    const verdict = { kind: 'malformed', stage: 'extract', problem: 'no-code' };
    expect(none.result).toMatchObject({ ok: true, results: [{ isPassed: false, verdict }, { isPassed: false }] });
  });
});

describe('strict types', () => {
  const error: Diagnostic = { file: 'solution', line: 1, code: 2322, message: 'no' };

  test('refuse an ill-typed program before anything runs', async () => {
    const { result, asked } = await judged({ 'throw 1': accepted }, {}, { types: 'strict', diagnostics: ok([error]) });
    expect(asked).toEqual([]);
    expect(result).toMatchObject({ ok: true, results: [{ isPassed: false, verdict: { kind: 'ill-typed' } }] });
  });

  test('leave a program unjudged where they cannot be checked', async () => {
    const types = { ...fault, boundary: 'types' } as const;
    const { result } = await judged({ 'throw 1': accepted }, {}, { types: 'strict', diagnostics: failed(types) });
    expect(result).toMatchObject({ ok: false, isBadTest: false, fault: { boundary: 'types' } });
  });

  test('leave a well-typed program to its tests', async () => {
    const { result, asked } = await judged({ 'throw 1': accepted }, {}, { types: 'strict' });
    expect(result).toMatchObject({ ok: true, results: [{ isPassed: true }] });
    expect(asked[0]?.limits.types).toBe('off');
  });
});
