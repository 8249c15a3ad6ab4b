import { extractProgram, type Extraction, type RawReply } from '../../bench/extract/extract-program.ts';
import type { Problem } from '../../bench/problem.ts';
import type { ExtractedRow, ResultRow } from '../../bench/result.ts';
import type { Outcome } from '../../core/fault.ts';
import type { Diagnostic, NonEmpty } from '../../core/verdict.ts';
import type { Candidate, JudgeLimits } from '../../verify/candidate.ts';
import type { Examined } from '../../verify/examine.ts';
import type { Judge } from '../batch/open-judge.ts';
import { verdictRow } from '../batch/verdict-row.ts';
import { testsOf, type BenchSettings } from './settings.ts';

export interface SampleToJudge {
  readonly problem: Problem;
  /** Ordinal among the samples of its problem. */
  readonly sample: number;
  readonly reply: RawReply;
}

type BenchCandidate = Candidate & { readonly language: 'ts' | 'js' };
type JudgePorts = Pick<Judge, 'examine' | 'diagnose'>;

/** Takes the program out of a raw reply and judges it by the tests of its problem. */
export async function judgeSample(
  judge: JudgePorts,
  { problem, sample, reply }: SampleToJudge,
  settings: BenchSettings,
  signal: AbortSignal,
): Promise<ResultRow> {
  const row = { task_id: problem.id, sample };
  const extraction = extractProgram(reply, problem);
  if (!extraction.ok) return { ...row, ...notExtracted(extraction), reply: reply.content };
  const candidate = candidateFor(problem, extraction.code, settings);
  return { ...row, ...(await judgeProgram(judge, candidate, settings, signal)), extracted: extractedRow(extraction) };
}

/** A program as what is judged by a problem's tests. */
export function candidateFor(problem: Problem, code: string, { tests, judging }: BenchSettings): BenchCandidate {
  return {
    solution: code,
    suite: testsOf(problem, tests),
    seed: judging.seed,
    language: problem.language,
    ...(problem.style && { style: problem.style }),
    ...(problem.entryPoint !== undefined && { entryPoint: problem.entryPoint }),
    ...(problem.files && { files: problem.files }),
  };
}

type Judged = Pick<ResultRow, 'verdict' | 'fault' | 'type_errors' | 'duration_ms'>;

async function judgeProgram(
  judge: JudgePorts,
  candidate: BenchCandidate,
  { judging }: BenchSettings,
  signal: AbortSignal,
): Promise<Judged> {
  const isGate = judging.types[candidate.language] === 'strict';
  if (isGate) {
    const checked = await judge.diagnose(candidate);
    if (!checked.ok) return faulty(checked.fault);
    if (checked.value.length > 0) return illTyped(checked.value);
  }
  // Types decide by the solution alone: published tests were not written for a strict checker.
  const limits: JudgeLimits = { ...judging.limits, types: 'off' };
  const examined = await judge.examine(candidate, limits, signal);
  if (!examined.ok) return faulty(examined.fault);
  const judged = judgedOf(examined.value);
  if (isGate || candidate.language === 'js' || examined.value.verdict.kind !== 'accepted') return judged;
  const checked = await judge.diagnose(candidate);
  // The verdict stands: what only adds to it may be missing.
  return checked.ok ? { ...judged, type_errors: checked.value.length } : judged;
}

function judgedOf({ verdict, durationMs }: Examined): Judged {
  return { verdict: verdictRow(verdict), duration_ms: Math.round(durationMs * 100) / 100 };
}

function illTyped(diagnostics: readonly Diagnostic[]): Judged {
  const all = diagnostics as NonEmpty<Diagnostic>;
  return { verdict: verdictRow({ kind: 'ill-typed', side: 'solution', diagnostics: all }), duration_ms: 0 };
}

function notExtracted({ problem, message }: Extraction & { readonly ok: false }): Judged {
  const verdict = verdictRow({ kind: 'malformed', side: 'solution', stage: 'extract', message });
  return { verdict: { ...verdict, problem }, duration_ms: 0 };
}

function faulty({ boundary, code, message }: (Outcome<never> & { readonly ok: false })['fault']): Judged {
  return { fault: { boundary, code, message } };
}

function extractedRow({ form, code, notes }: Extraction & { readonly ok: true }): ExtractedRow {
  return { form, code, ...(notes.length > 0 && { notes }) };
}
