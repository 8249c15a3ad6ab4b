import { contentId } from '../../core/id.ts';
import { reasonRow, type RepairRow, type SampleRow } from '../../core/rows.ts';
import type { Solution } from '../../core/task.ts';
import type { RejectedVerdict } from '../../core/verdict.ts';

/** A solution with what rejected it, where something did. */
export interface RepairStep {
  readonly solution: Solution;
  readonly rejectedBy?: RejectedVerdict;
}

/** Traces repairs that ended well: each failing step of the way with its evidence, and the kept solution it led to. */
export function solutionRepairsOf(samples: readonly SampleRow[], steps: readonly RepairStep[]): RepairRow[] {
  return steps.flatMap(({ solution: end }): RepairRow[] => {
    const sample = end.derivedFrom?.by === 'repair' ? samples.find((kept) => kept.solution === end.code) : undefined;
    if (!sample) return [];
    return wayTo(end, steps).flatMap(({ solution, rejectedBy }): RepairRow[] => {
      if (!rejectedBy) return [];
      const evidence = reasonRow({ kind: 'failed', verdict: rejectedBy });
      const row = { task: sample.task, before: solution.code, evidence, after: end.code, sample: sample.id } as const;
      return [{ id: contentId('repair', [sample.id, solution.code, 'repair']), ...row, origin: 'repair' }];
    });
  });
}

/** What a solution was repaired from, the first written one first. */
function wayTo({ derivedFrom }: Solution, steps: readonly RepairStep[]): RepairStep[] {
  if (derivedFrom?.by !== 'repair') return [];
  const before = steps.find(({ solution }) => solution.id === derivedFrom.from);
  return before ? [...wayTo(before.solution, steps), before] : [];
}
