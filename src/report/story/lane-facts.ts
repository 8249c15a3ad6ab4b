import type { Draw } from '../../core/draw.ts';
import type {
  PairRow,
  PreferenceRow,
  ReasonRow,
  RejectedRow,
  RepairRow,
  RevisionRow,
  SampleRow,
  TaskRatingRow,
} from '../../core/rows.ts';
import type { LlmReply } from '../../core/ports.ts';
import type { MatrixTrace, TracedRequest } from '../../core/trace.ts';

/** What became of a sample that its task's verdicts accepted. */
export type SampleFate =
  | { readonly kind: 'kept' }
  | { readonly kind: 'dropped'; readonly stage: string; readonly reason: ReasonRow }
  /** Its round has not ended, or the target was reached before it. */
  | { readonly kind: 'waiting' };

export interface JudgedSample {
  readonly row: SampleRow;
  readonly fate: SampleFate;
}

/** A request of the draw with its reply, or without one where that is no longer stored. */
export interface AnsweredRequest extends TracedRequest {
  readonly reply?: LlmReply;
}

/** All that is known of a draw: from a run's store, or from its row files alone. */
export interface LaneFacts {
  readonly from: 'store' | 'files';
  readonly key: string;
  /** With the seed's text where it was stored. */
  readonly draw?: Pick<Draw, 'seed' | 'operators'>;
  readonly requests: readonly AnsweredRequest[];
  readonly matrix?: MatrixTrace;
  readonly samples: readonly JudgedSample[];
  /** Of the draw itself and of its backtranslations; not those that the curation dropped. */
  readonly rejected: readonly RejectedRow[];
  readonly pairs: readonly PairRow[];
  readonly preferences: readonly PreferenceRow[];
  readonly repairs: readonly RepairRow[];
  readonly revisions: readonly RevisionRow[];
  readonly ratings: readonly TaskRatingRow[];
}
