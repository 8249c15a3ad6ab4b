import type { Evidence } from '../../core/evidence.ts';
import type {
  AncestorRow,
  LineageRow,
  PairRow,
  PreferenceRow,
  RejectedRow,
  RepairRow,
  RevisionRow,
  RatingRow,
  SampleRow,
  TaskRow,
} from '../../core/rows.ts';
import type { Seed } from '../../core/seed.ts';
import type { TracedVerdict } from '../../core/trace.ts';
import type { AnsweredRequest, SampleFate } from './lane-facts.ts';

/** What a row is. */
export const rowKinds = ['kept', 'accepted', 'rejected', 'pair', 'preference', 'repair', 'revision', 'task'] as const;
export type RowKind = (typeof rowKinds)[number];

/** One row's whole way from its seed to what was made of it. */
export interface Story {
  readonly id: string;
  readonly kind: RowKind;
  /** `files`: the store is gone, so that replies and most verdicts are not known. */
  readonly from: 'store' | 'files';
  /** What cannot be told, and why. */
  readonly gaps: readonly string[];
  readonly seed: { readonly id: string; readonly operators: readonly string[]; readonly text?: Seed };
  readonly ancestors: readonly AncestorRow[];
  readonly task?: TaskRow;
  readonly rating?: Readonly<Record<string, RatingRow>>;
  readonly lineage?: LineageRow;
  readonly requests: readonly AnsweredRequest[];
  readonly solutions: readonly SolutionStory[];
  readonly suites: readonly SuiteStory[];
  /** The row itself, where it is neither a sample nor a task. */
  readonly row?: RejectedRow | PairRow | PreferenceRow | RepairRow | RevisionRow;
  /** The sample that the row is, or was made of. */
  readonly sample?: SampleRow;
  readonly fate?: SampleFate;
  readonly evidence?: Evidence;
  readonly confidence?: number;
  readonly pairs: readonly PairRow[];
  /** Descriptions of the sample that were dropped. */
  readonly droppedDescriptions: readonly RejectedRow[];
  readonly preferences: readonly PreferenceRow[];
  readonly repairs: readonly RepairRow[];
  readonly revisions: readonly RevisionRow[];
}

/** A solution of the task, what the suites made of it, and what was decided. */
export interface SolutionStory {
  /** Such as `solution 1`. */
  readonly name: string;
  readonly id: string;
  readonly code: string;
  /** Whether the story is about it. */
  readonly isOwn: boolean;
  readonly derived?: string;
  /** In the order of the suites; empty where they are not known. */
  readonly verdicts: readonly TracedVerdict[];
  readonly decision: SolutionDecision;
}

export type SolutionDecision =
  | { readonly kind: 'accepted'; readonly row: string; readonly confidence: number; readonly fate: SampleFate }
  | { readonly kind: 'rejected'; readonly row: string; readonly stage: string; readonly reason: RejectedRow['reason'] }
  | { readonly kind: 'unknown' };

export interface SuiteStory {
  readonly name: string;
  readonly id: string;
  readonly code: string;
  readonly blind?: boolean;
  readonly supported?: boolean;
  readonly derived?: string;
  /** The row that says why it was dropped. */
  readonly row?: string;
  readonly reason?: RejectedRow['reason'];
}
