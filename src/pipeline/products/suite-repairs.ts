import type { MutantEvidence } from '../../core/evidence.ts';
import { contentId } from '../../core/id.ts';
import type { RepairRow, SampleRow } from '../../core/rows.ts';

/** A suite that was written again, and then killed more mutants of a solution that it accepts. */
export interface SuiteRepair {
  /** Code of the solution, and of the suite before and after. */
  readonly solution: string;
  readonly before: string;
  readonly after: string;
  readonly scoreBefore: number;
  readonly scoreAfter: number;
  /** Mutants that the suite let live before. */
  readonly survived: readonly MutantEvidence[];
}

/** Pairs suites that let mutants live with those that replaced them, for the solutions that were kept. */
export function suiteRepairsOf(samples: readonly SampleRow[], repairs: readonly SuiteRepair[]): RepairRow[] {
  return repairs.flatMap(({ solution, before, after, scoreBefore, scoreAfter, survived }): RepairRow[] => {
    const sample = samples.find((kept) => kept.solution === solution);
    if (!sample) return [];
    const evidence = { kind: 'mutants-survive', score_before: scoreBefore, score_after: scoreAfter, survived };
    const repair = { task: sample.task, before, evidence, after, origin: 'suite-repair', sample: sample.id } as const;
    return [{ id: contentId('repair', [sample.id, before, after]), ...repair }];
  });
}
