import type { SplitShares } from '../../core/split.ts';
import type { Removal } from '../../curate/dataset/removal.ts';

/** What `winnow curate` is asked to do. */
export interface CurateOptions {
  /** JSONL files of synthetic rows, and of real ones to mix them with. */
  readonly inputs: readonly string[];
  /** Folders of runs, whose samples are inputs too: what they made beside them is kept for those that are. */
  readonly runs: readonly string[];
  readonly real: readonly string[];
  /** Files whose rows must not come again. */
  readonly against: readonly string[];
  readonly out: string;
  /** Jaccard similarity from which rows are near-duplicates. */
  readonly nearDuplicate: number;
  /** Cosine from which statements say the same in other words; null: not looked for. */
  readonly semantic: number | null;
  /** Whether near-duplicates stay, in one split. */
  readonly keepsDuplicates: boolean;
  readonly removal: Removal;
  /** A folder that remembers what was kept, so that the next time it is neither kept twice nor moved. */
  readonly index: string | null;
  readonly mix: MixSettings;
  readonly splits: SplitShares;
  /** Topics that the dataset is wanted to cover; none: coverage is not measured. */
  readonly taxonomy: readonly string[];
  readonly seed: number;
  readonly skipsBadLines: boolean;
  readonly signal: AbortSignal;
  readonly onNotice: (notice: string) => void;
  readonly onRows: (rows: number) => void;
}

export interface MixSettings {
  /** The real share, from 0 to 1, where real rows are given. */
  readonly real: number;
  readonly by: 'rows' | 'tokens';
  /** Times that a row may stand in the mixture, at most. */
  readonly copies: number;
  /** Rows or tokens of the whole, at most; null: as many as there are. */
  readonly total: number | null;
}
