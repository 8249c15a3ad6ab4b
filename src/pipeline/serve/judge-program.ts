import PQueue from 'p-queue';
import type { Fault } from '../../core/fault.ts';
import type { Diagnostic, NonEmpty, Verdict } from '../../core/verdict.ts';
import type { Judged, JudgeProgram, TestResult } from '../../serve/judge/program-judge.ts';
import type { ProgramRequest } from '../../serve/judge/request.ts';
import { runnableTest } from '../../serve/judge/runnable-test.ts';
import type { JudgeLimits } from '../../verify/candidate.ts';
import type { Judge } from '../batch/open-judge.ts';
import type { JudgeSettings } from '../batch/settings.ts';
import { verdictRow } from '../batch/verdict-row.ts';
import { takeProgram } from './take-program.ts';

type JudgePorts = Pick<Judge, 'examine' | 'diagnose'>;

/** Judges programs and raw replies, each by its tests. Where types count, they are those of the program alone. */
export function programJudge(judge: JudgePorts, settings: JudgeSettings): JudgeProgram {
  return async (request, signal) => {
    const taken = takeProgram(request.program, request);
    if ('problem' in taken) {
      const { problem, message } = taken;
      return sameForAll(request, { kind: 'malformed', side: 'solution', stage: 'extract', message }, { problem });
    }
    const program = { ...request, program: taken.code };
    const judged = await judgeCode(judge, program, settings, signal);
    return judged.ok && taken.form !== undefined ? { ...judged, extracted: taken.form } : judged;
  };
}

async function judgeCode(
  judge: JudgePorts,
  request: ProgramRequest,
  settings: JudgeSettings,
  signal: AbortSignal,
): Promise<Judged> {
  if (settings.types[request.language] === 'strict') {
    const { program: solution, language, entryPoint } = request;
    const checked = await judge.diagnose({ solution, language, ...(entryPoint !== undefined && { entryPoint }) });
    if (!checked.ok) return unjudged(checked.fault);
    const [first, ...rest] = checked.value;
    if (first) return sameForAll(request, illTyped([first, ...rest]));
  }
  return await judgeTests(judge, request, settings, signal);
}

/** As many tests at once as there are children to run them. After the first without a result none begins. */
async function judgeTests(
  judge: JudgePorts,
  request: ProgramRequest,
  settings: JudgeSettings,
  signal: AbortSignal,
): Promise<Judged> {
  const queue = new PQueue({ concurrency: settings.concurrency });
  const results: TestResult[] = [];
  let failure: (Judged & { readonly ok: false }) | undefined;
  const judgeOne = async (test: string, index: number): Promise<void> => {
    if (failure) return;
    const result = await judgeTest(judge, { ...request, tests: [test] }, settings, signal);
    if ('isPassed' in result) results[index] = result;
    else failure ??= result.isBadTest ? named(result, index) : result;
  };
  await Promise.all(request.tests.map((test, index) => queue.add(() => judgeOne(test, index))));
  return failure ?? { ok: true, results };
}

async function judgeTest(
  judge: JudgePorts,
  { program, tests: [test = ''], language, style, entryPoint, cpuMs }: ProgramRequest,
  { limits, seed }: JudgeSettings,
  signal: AbortSignal,
): Promise<TestResult | (Judged & { readonly ok: false })> {
  const candidate = {
    solution: program,
    suite: runnableTest(test, entryPoint),
    seed,
    language,
    ...(style && { style }),
    ...(entryPoint !== undefined && { entryPoint }),
  };
  const bounds: JudgeLimits = { ...limits, cpuMs: Math.min(cpuMs ?? limits.cpuMs, limits.cpuMs), types: 'off' };
  const examined = await judge.examine(candidate, bounds, signal);
  if (!examined.ok) return unjudged(examined.fault);
  const { verdict, durationMs } = examined.value;
  return isUnreadableTest(verdict) ? badTest(verdict.message) : resultOf(verdict, durationMs);
}

/** What does not even parse says nothing about a program: it is no wrong one for that. */
function isUnreadableTest(verdict: Verdict): verdict is Verdict & { readonly kind: 'malformed' } {
  return verdict.kind === 'malformed' && verdict.side === 'suite' && verdict.stage === 'parse';
}

function resultOf(verdict: Verdict, durationMs: number, more: Readonly<Record<string, unknown>> = {}): TestResult {
  return { isPassed: verdict.kind === 'accepted', durationMs, verdict: { ...verdictRow(verdict), ...more } };
}

function sameForAll({ tests }: ProgramRequest, verdict: Verdict, more?: Readonly<Record<string, unknown>>): Judged {
  return { ok: true, results: tests.map(() => resultOf(verdict, 0, more)) };
}

function illTyped(diagnostics: NonEmpty<Diagnostic>): Verdict {
  return { kind: 'ill-typed', side: 'solution', diagnostics };
}

function unjudged({ boundary, code, message, retryable }: Fault): Judged & { readonly ok: false } {
  return { ok: false, isBadTest: false, fault: { boundary, code, message, retryable } };
}

function badTest(message: string): Judged & { readonly ok: false } {
  return { ok: false, isBadTest: true, fault: { boundary: 'request', code: 'bad-test', message, retryable: false } };
}

function named(failure: Judged & { readonly ok: false }, index: number): Judged & { readonly ok: false } {
  const message = `tests[${index}] does not parse: ${failure.fault.message}`;
  return { ...failure, fault: { ...failure.fault, message } };
}
