import type { StageTable } from './accounting.ts';
import type { ReasonRow } from './rows.ts';

/** A line of a run's `run.db.progress`: what whoever watches the run cannot tell from its store. */
export type JournalRow = { readonly at_ms: number } & (
  | { readonly kind: 'started'; readonly pid: number; readonly seeds: number; readonly target: number | null }
  | { readonly kind: 'round'; readonly round: number; readonly draws: number }
  /** A draw is worked to its end, and its rows are in the store. */
  | { readonly kind: 'lane'; readonly key: string }
  | { readonly kind: 'described'; readonly sample: string }
  | { readonly kind: 'admitted'; readonly counts: StageTable; readonly lanes: readonly JournalLane[] }
  | { readonly kind: 'rests'; readonly endpoint: string; readonly why: string }
  | { readonly kind: 'written' }
);

/** Which samples of a draw are in the dataset, and why others are not. */
export interface JournalLane {
  readonly key: string;
  readonly kept: readonly string[];
  readonly dropped: readonly { readonly sample: string; readonly stage: string; readonly reason: ReasonRow }[];
}

/** The name of the file in a run's directory. */
export const journalName = 'run.db.progress';
