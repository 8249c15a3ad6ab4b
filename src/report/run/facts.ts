import type { StageCounts } from '../../core/accounting.ts';
import type { RejectedRow, SampleRow } from '../../core/rows.ts';
import type { RoundMark, Spending } from '../../core/course.ts';

/** All that the page about a run shows. */
export interface RunFacts {
  /** What people call the run: the name of its folder. */
  readonly name: string;
  readonly counts: {
    readonly samples: number;
    readonly pairs: number;
    readonly rejected: number;
    readonly preferences: number;
    readonly repairs: number;
    readonly tasks: number;
  };
  /** Absent where the folder has no `accounting.json`, as one that was curated. */
  readonly accounting?: Accounting;
  /** Where the replies come from. */
  readonly recorded: readonly SampleRow['lineage']['recorded'][];
  /** Round by round; empty where that was not written down. */
  readonly rounds: readonly RoundMark[];
  readonly models: readonly ModelFacts[];
  readonly difficulties: readonly ShareOfTasks[];
  readonly topics: readonly ShareOfTasks[];
  readonly diversity: Diversity;
  readonly confidence: readonly ConfidenceBin[];
  readonly proofs: readonly ProofPoint[];
  readonly repeats: Repeats;
  /** The draws that took most. */
  readonly spending: { readonly slowest: readonly Spending[]; readonly costliest: readonly Spending[] };
  readonly kept: readonly KeptRow[];
  readonly dropped: readonly RejectedRow[];
}

export interface Accounting {
  /** By the names of the stages, in their order. */
  readonly stages: Readonly<Record<string, StageCounts>>;
  readonly requests: { readonly sent: number; readonly stored: number; readonly repeated: number };
  readonly tokens: { readonly prompt: number; readonly completion: number };
  readonly cost_usd: number;
  readonly elapsed_ms: number;
}

/** What became of the solutions that a model wrote. */
export interface ModelFacts {
  readonly model: string;
  readonly kept: number;
  /** By reason. */
  readonly dropped: Readonly<Record<string, number>>;
}

/** What became of the tasks, and the solutions, of a topic or a difficulty. */
export interface ShareOfTasks {
  readonly name: string;
  readonly tasks: number;
  readonly kept: number;
  readonly dropped: number;
}

export interface Diversity {
  readonly score: number;
  /** From 0 to 1; null where it could not be measured. */
  readonly parts: Readonly<Record<string, number | null>>;
  readonly vendi: { readonly statements: number; readonly solutions: number; readonly of: number };
  readonly constructs: Readonly<Record<string, number>>;
}

/** Kept rows with a confidence of at least `from`, and below the next. */
export interface ConfidenceBin {
  readonly from: number;
  readonly rows: number;
}

/** Kept rows whose suite kills such a share of mutants, and whose confidence is such. */
export interface ProofPoint {
  readonly mutationScore: number;
  readonly confidence: number;
  readonly rows: number;
}

/** Near-duplicates and repeated problems of benchmarks. */
export interface Repeats {
  readonly duplicates: number;
  readonly contaminated: Readonly<Record<string, number>>;
  /** What rows were held against, with the number of its problems. */
  readonly benchmarks: readonly { readonly name: string; readonly problems: number }[];
  /** The first few. */
  readonly examples: readonly RejectedRow[];
}

/** A kept row, and what was made of it. */
export interface KeptRow {
  readonly sample: SampleRow;
  /** Descriptions that were proven by a round trip. */
  readonly descriptions: readonly string[];
}
