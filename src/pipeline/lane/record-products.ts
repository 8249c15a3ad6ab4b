import { contentId } from '../../core/id.ts';
import type { SampleRow, TaskRatingRow } from '../../core/rows.ts';
import { labelsOf } from '../products/labels.ts';
import { preferencesOf } from '../products/preferences.ts';
import { type Outcome, ratingsOf } from '../products/ratings.ts';
import { repairsOf } from '../products/repairs.ts';
import type { Rival } from '../products/rival.ts';
import { type RepairStep, solutionRepairsOf } from '../products/solution-repairs.ts';
import { suiteRepairsOf } from '../products/suite-repairs.ts';
import { taskRow } from '../rows.ts';
import type { DecidedTask } from './decided-task.ts';
import type { LaneRecord } from './record.ts';
import { differentSolutions } from './vary-solutions.ts';

export interface Decided extends DecidedTask {
  readonly accepted: readonly SampleRow[];
}

/** Records what a task gives beside its samples: all that its wrong solutions are good for, and how hard it is. */
export function recordProducts(record: LaneRecord, decided: Decided): void {
  const { accepted } = decided;
  const [sample] = accepted;
  if (sample) {
    const rivals = rivalsOf(sample, decided);
    for (const row of preferencesOf(sample, rivals)) record.add('preference', row);
    for (const row of repairsOf(sample, rivals)) record.add('repair', row);
    for (const row of solutionRepairsOf(accepted, repairStepsOf(decided))) record.add('repair', row);
    for (const row of suiteRepairsOf(accepted, decided.suiteRepairs)) record.add('repair', row);
    for (const row of labelsOf(accepted, rivals)) record.add('label', row);
  }
  record.add('rating', ratingRow(record, decided));
}

/** Every solution of the task by the suite of one sample. */
function rivalsOf(sample: SampleRow, { written, judgements }: Decided): Rival[] {
  const column = written.suites.findIndex(({ code }) => code === sample.tests);
  return written.solutions.map(({ code }, index) => ({ code, judgement: judgements[index]?.[column] }));
}

function ratingRow(record: LaneRecord, { written, decision }: Decided): TaskRatingRow {
  const isRated = decision.suites.some(({ kind }) => kind === 'supported');
  const task = taskRow(written.task);
  return {
    id: contentId('rating', [task.id]),
    task,
    algorithms: differentSolutions({ written, decision }).length,
    by_model: ratingsOf(outcomesOf({ written, decision }), isRated),
    lineage: record.lineage(written.taskOrigins),
  };
}

function repairStepsOf({ written, decision }: Decided): RepairStep[] {
  return written.solutions.map((solution, index) => {
    const fate = decision.solutions[index];
    const isRejected = fate?.kind === 'drop' && fate.reason.kind === 'failed';
    return { solution, ...(isRejected && { rejectedBy: fate.reason.verdict }) };
  });
}

/**
 * What was not judged tells nothing; a reply that holds no solution is one that solves nothing. What was written with
 * help does not tell how hard the task is.
 */
function outcomesOf({ written, decision }: Pick<Decided, 'written' | 'decision'>): Outcome[] {
  const judged = written.solutions.flatMap(({ origin, derivedFrom }, index): Outcome[] => {
    const fate = decision.solutions[index];
    return derivedFrom !== undefined || fate === undefined || fate.kind === 'unjudged'
      ? []
      : [{ model: origin.model, isSolved: fate.kind === 'keep' }];
  });
  return [...judged, ...written.unreadable.map((model) => ({ model, isSolved: false }))];
}
