import { join } from 'node:path';
import { findingOf, type AuditEvidence, type Tried } from '../../bench/audit/finding.ts';
import { auditMarkdown } from '../../bench/audit/markdown.ts';
import { auditSummary, type AuditRow, type AuditSummary } from '../../bench/audit/summary.ts';
import { extractProgram } from '../../bench/extract/extract-program.ts';
import type { Problem, ProblemSet } from '../../bench/problem.ts';
import type { MutationEvidence } from '../../core/evidence.ts';
import { writeAtomically, writeJsonl } from '../../output/atomic-file.ts';
import { inputsFor } from '../../verify/inputs/index.ts';
import { mutationEvidence } from '../../verify/mutation-evidence.ts';
import { inOrder } from '../batch/in-order.ts';
import { openJudge, type Judge } from '../batch/open-judge.ts';
import type { Stop } from '../stop.ts';
import { candidateFor, judgeSample } from './judge-sample.ts';
import { testsOf, type BenchSettings } from './settings.ts';

export interface AuditOptions {
  readonly set: ProblemSet;
  /** As people call the set. */
  readonly title: string;
  readonly settings: BenchSettings;
  /** Mutants of each canonical solution, at most. */
  readonly mutants: number;
  readonly dir: string;
  readonly stop: Stop;
  readonly onProblem: (row: AuditRow) => void;
}

/** Runs of the canonical solution, each with another seed. */
const repeat = 3;
const runs = 120;
const problemsUnderWay = 8;

/** Tries each problem's tests on its canonical solution, on stubs and mutants of it, and on a known wrong one. */
export async function audit(options: AuditOptions): Promise<AuditSummary> {
  const { set, settings, dir, title, stop, onProblem } = options;
  await using judge = await openJudge(settings.judging);
  const rows: AuditRow[] = [];
  await inOrder({
    source: each(set.problems),
    sizeOf: () => 0,
    work: (problem) => stop.begin(() => auditProblem(problem, judge, options)),
    consume: async (row) => {
      rows.push(row);
      onProblem(row);
    },
    bounds: { items: problemsUnderWay, bytes: Infinity },
    ending: new AbortController(),
  });
  const summary = auditSummary(rows, set.digest);
  await writeJsonl(join(dir, 'audit.jsonl'), rows);
  await writeAtomically(join(dir, 'audit.json'), [`${JSON.stringify(summary, undefined, 2)}\n`]);
  await writeAtomically(join(dir, 'audit.md'), [auditMarkdown(summary, rows, title)]);
  return summary;
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function auditProblem(problem: Problem, judge: Judge, options: AuditOptions): Promise<AuditRow> {
  const evidence = await gather(problem, judge, options);
  const { hasTests: _told, ...tried } = evidence;
  return { task_id: problem.id, ...findingOf(evidence), ...tried };
}

async function gather(problem: Problem, judge: Judge, options: AuditOptions): Promise<AuditEvidence> {
  const { canonical, buggy } = problem;
  const hasTests = testsOf(problem, options.settings.tests) !== '';
  if (canonical === undefined || !hasTests) return { hasTests };
  const tried = await tryProgram(problem, canonical, judge, options);
  const buggyTried = buggy === undefined ? undefined : await tryProgram(problem, buggy, judge, options);
  const mutation = tried.verdict?.kind === 'accepted' ? await mutationOf(problem, judge, options) : undefined;
  return { hasTests, canonical: tried, ...(buggyTried && { buggy: buggyTried }), ...(mutation && { mutation }) };
}

async function tryProgram(
  problem: Problem,
  content: string,
  judge: Judge,
  { settings, stop }: AuditOptions,
): Promise<Tried> {
  const limits = { ...settings.judging.limits, repeat };
  const often = { ...settings, judging: { ...settings.judging, limits } };
  const row = await judgeSample(judge, { problem, sample: 0, reply: { content } }, often, stop.signal);
  return { ...(row.verdict && { verdict: row.verdict }), ...(row.fault && { fault: row.fault }) };
}

async function mutationOf(
  problem: Problem,
  { sandbox }: Judge,
  { settings, mutants }: AuditOptions,
): Promise<MutationEvidence> {
  const extraction = extractProgram({ content: problem.canonical ?? '' }, problem);
  if (!extraction.ok) return { kind: 'unscored', because: extraction.message };
  const candidate = candidateFor(problem, extraction.code, settings);
  const { entryPoint, language, suite } = candidate;
  const inputs =
    entryPoint === undefined
      ? undefined
      : inputsFor({
          entryPoint,
          language,
          statement: problem.prompt,
          solutions: [extraction.code],
          suites: [suite],
        });
  const scored = await mutationEvidence(sandbox, candidate, {
    limits: settings.judging.limits,
    most: mutants,
    ...(inputs && { inputs, runs, seed: settings.judging.seed }),
  });
  return scored.ok ? scored.value : { kind: 'unscored', because: scored.fault.message };
}
