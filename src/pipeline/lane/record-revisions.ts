import type { SolutionDecision, SuiteDecision } from '../../verify/decide.ts';
import { revisionRow } from '../products/revisions.ts';
import { taskRow } from '../rows.ts';
import type { DecidedTask } from './decided-task.ts';
import type { LaneRecord } from './record.ts';

/** Records what critiques have led to: before and after, with what judging both from the start has shown. */
export function recordRevisions(record: LaneRecord, { written, decision }: DecidedTask): void {
  const { solutions, suites, revisions } = written;
  const task = taskRow(written.task);
  const solutionKept = (id: string) => keptSolution(decision.solutions[solutions.findIndex((one) => one.id === id)]);
  const suiteKept = (id: string) => keptSuite(decision.suites[suites.findIndex((one) => one.id === id)]);
  for (const { before, faults, after } of revisions.solutions) {
    const fates = fatesOf(solutionKept(before.id), solutionKept(after.id));
    const row = { what: 'solution', task, faults, before: before.code, after: after.code } as const;
    record.add('revision', revisionRow({ ...row, ...fates }));
  }
  for (const { before, faults, after } of revisions.suites) {
    const fates = fatesOf(suiteKept(before.id), suiteKept(after.id));
    record.add(
      'revision',
      revisionRow({ what: 'tests', task, faults, before: before.code, after: after.code, ...fates }),
    );
  }
}

function fatesOf(before: boolean | undefined, after: boolean | undefined) {
  return {
    ...(before !== undefined && { before_kept: before }),
    ...(after !== undefined && { after_kept: after }),
  };
}

function keptSolution(fate: SolutionDecision | undefined): boolean | undefined {
  return fate === undefined || fate.kind === 'unjudged' ? undefined : fate.kind === 'keep';
}

function keptSuite(fate: SuiteDecision | undefined): boolean | undefined {
  return fate === undefined || fate.kind === 'unjudged' ? undefined : fate.kind === 'supported';
}
