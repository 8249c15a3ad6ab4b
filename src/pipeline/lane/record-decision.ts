import type { Decision } from '../../core/decision.ts';
import { contentId } from '../../core/id.ts';
import type { SampleRow } from '../../core/rows.ts';
import type { Origin, Solution, Suite } from '../../core/task.ts';
import type { SolutionDecision, SuiteDecision, TaskDecision } from '../../verify/decide.ts';
import { taskRow } from '../rows.ts';
import type { DecidedTask } from './decided-task.ts';
import { recordProducts } from './record-products.ts';
import { recordRevisions } from './record-revisions.ts';
import type { MinimalSuites } from './minimal-suites.ts';
import type { LaneRecord } from './record.ts';
import type { Written } from './write-all.ts';

/** Records what was decided about a task, and all that follows from it; returns the accepted samples in order. */
export function recordDecision(record: LaneRecord, decided: DecidedTask, minimal: MinimalSuites): SampleRow[] {
  const accepted = recordSamples(record, decided, minimal);
  recordRevisions(record, decided);
  recordProducts(record, { ...decided, accepted });
  return accepted;
}

/** Records what was decided about every suite and solution of a task; returns the accepted samples in order. */
export function recordSamples(
  record: LaneRecord,
  decided: Pick<DecidedTask, 'written' | 'decision'>,
  minimal: MinimalSuites,
): SampleRow[] {
  const { written, decision } = decided;
  recordSuites(record, written, decision);
  const accepted = written.solutions.flatMap((solution, index) => {
    const fate = decision.solutions[index];
    const sample = fate && recordSolution(record, written, solution, fate);
    return sample ? [{ ...sample, ...(minimal[index] && { minimal_tests: minimal[index] }) }] : [];
  });
  for (const sample of accepted) record.add('accepted', sample);
  return accepted;
}

function recordSuites(record: LaneRecord, written: Written, decision: TaskDecision): void {
  for (const [index, suite] of written.suites.entries()) {
    const fate = decision.suites[index];
    if (fate) recordSuite(record, written, suite, fate);
  }
}

function recordSuite(record: LaneRecord, written: Written, suite: Suite, fate: SuiteDecision): void {
  switch (fate.kind) {
    case 'supported':
      record.keep('support');
      return;
    case 'unjudged':
      record.fault('support', fate.fault);
      return;
    case 'drop': {
      const lineage = record.lineage([...written.taskOrigins, ...suiteOrigins(written, suite)]);
      const row = { stage: 'support', reason: fate.reason, task: taskRow(written.task), tests: suite.code } as const;
      record.reject({ ...row, lineage }, suite.origin.sample);
    }
  }
}

function recordSolution(
  record: LaneRecord,
  written: Written,
  solution: Solution,
  fate: SolutionDecision,
): SampleRow | undefined {
  switch (fate.kind) {
    case 'unjudged':
      record.fault('decide', fate.fault);
      return undefined;
    case 'drop':
      recordDrop(record, written, solution, fate);
      return undefined;
    case 'keep':
      record.keep('decide');
      record.tally.make('decide', 'accepted');
      return sampleRow(record, written, solution, fate);
  }
}

function recordDrop(
  record: LaneRecord,
  written: Written,
  solution: Solution,
  fate: Extract<Decision, { kind: 'drop' }>,
): void {
  const suite = written.suites.find(({ id }) => id === fate.suite);
  const lineage = record.lineage([...written.taskOrigins, solution.origin]);
  const row = { stage: 'decide', reason: fate.reason, task: taskRow(written.task), solution: solution.code } as const;
  record.reject({ ...row, ...(suite && { tests: suite.code }), lineage }, solution.origin.sample);
}

function sampleRow(
  record: LaneRecord,
  written: Written,
  solution: Solution,
  fate: Extract<Decision, { kind: 'keep' }>,
): SampleRow {
  const suite = suiteOf(written, fate.suite);
  const { language } = written;
  const candidate = { solution: solution.code, suite: suite.code, ...(language && { language }) };
  return {
    id: contentId('sample', [written.task.id, solution.id, solution.origin.sample, suite.id]),
    task: taskRow(written.task),
    solution: solution.code,
    ...(solution.reasoning !== undefined && { reasoning: solution.reasoning }),
    tests: suite.code,
    confidence: fate.confidence,
    evidence: fate.evidence,
    verification: record.verification(candidate),
    lineage: record.lineage([...written.taskOrigins, ...suiteOrigins(written, suite), solution.origin]),
  };
}

/** Where a suite came from, the suites that it repairs first. */
function suiteOrigins(written: Written, { origin, repairOf }: Suite): Origin[] {
  return [...(repairOf === undefined ? [] : suiteOrigins(written, suiteOf(written, repairOf))), origin];
}

function suiteOf(written: Written, id: string): Suite {
  const suite = written.suites.find((candidate) => candidate.id === id);
  if (!suite) throw new Error(`the decision names a suite that was not written: ${id}`);
  return suite;
}
