import type { StageCounts } from '../../core/accounting.ts';
import type { ContaminationMatch, Incoherence } from '../../core/curation.ts';
import type { RemovedFor } from '../../curate/dataset/removal.ts';

export const curateStages = ['read', 'remove', 'decontaminate', 'cohere', 'deduplicate', 'mix', 'split'] as const;
export type CurateStage = (typeof curateStages)[number];

/** Why a row is not in the curated dataset, by the stage that it did not pass. */
export type Fate =
  | { readonly stage: 'read'; readonly reason: { readonly kind: 'bad-line'; readonly message: string } }
  | { readonly stage: 'remove'; readonly reason: { readonly kind: 'removed'; readonly by: RemovedFor } }
  | { readonly stage: 'decontaminate'; readonly reason: { readonly kind: 'contaminated' } & ContaminationMatch }
  | {
      readonly stage: 'cohere';
      readonly reason: { readonly kind: 'incoherent'; readonly faults: readonly Incoherence[] };
    }
  | { readonly stage: 'deduplicate'; readonly reason: Duplicate }
  | { readonly stage: 'mix'; readonly reason: { readonly kind: 'out-of-ratio' } }
  | {
      readonly stage: 'split';
      readonly reason: { readonly kind: 'straddles-splits'; readonly splits: readonly string[] };
    };

export interface Duplicate {
  readonly kind: 'duplicate' | 'duplicate-statement';
  /** The row, or the task, that is kept instead. */
  readonly of: string;
  /** Where that is, unless it is in the dataset itself. */
  readonly in?: string;
}

export type CurateAccounting = Readonly<Record<CurateStage, StageCounts>>;

/** How many rows entered and left each stage. `all`: rows and bad lines that came in. */
export function countFates(fates: Iterable<Fate>, all: number): CurateAccounting {
  const dropped = new Map<CurateStage, Map<string, number>>();
  for (const { stage, reason } of fates) {
    const reasons = dropped.get(stage) ?? new Map<string, number>();
    dropped.set(stage, reasons.set(reason.kind, (reasons.get(reason.kind) ?? 0) + 1));
  }
  let entered = all;
  const table = curateStages.map((stage): [CurateStage, StageCounts] => {
    const reasons = [...(dropped.get(stage) ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const kept = entered - reasons.reduce((sum, [, times]) => sum + times, 0);
    const counts = { unit: 'row', in: entered, kept, dropped: Object.fromEntries(reasons), faults: {}, pending: 0 };
    entered = kept;
    return [stage, { ...counts, made: { row: kept } }];
  });
  return Object.fromEntries(table) as CurateAccounting;
}
