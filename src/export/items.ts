import type { PairRow, VerificationRow } from '../core/rows.ts';

/** A question with its answer, from a pair: what supervised fine-tuning takes. */
export interface Exchange {
  readonly question: string;
  /** With the model's reasoning before it, where that is wanted and known. */
  readonly answer: string;
}

/** Two answers to a question, of which the tests accept one. */
export interface Choice {
  readonly question: string;
  readonly chosen: string;
  readonly rejected: string;
}

/** An answer with the tests' opinion of it. */
export interface Rated {
  readonly question: string;
  readonly answer: string;
  readonly label: boolean;
}

/** A task to be solved under the eyes of its tests. */
export interface Exercise {
  readonly question: string;
  /** The text of each test module. */
  readonly tests: readonly string[];
  readonly task: string;
  readonly entryPoint: string;
  readonly difficulty: string;
  /** CPU time that the tests may take, in seconds. */
  readonly maxExecutionTime: number;
}

/** What each kind of source row says, by the name of the kind. */
export interface Contents {
  readonly pairs: Exchange;
  readonly preferences: Choice;
  readonly labels: Rated;
  readonly tasks: Exercise;
}

export type SourceKind = keyof Contents;

/** Why a row may be believed: what the tests of a sample accept, and what they do not. */
export interface Proof {
  readonly sample: string;
  readonly direction?: PairRow['direction'];
  readonly verification: VerificationRow;
  /** Further solutions that the same tests accept. */
  readonly accepts?: readonly string[];
  /** Solutions that the same tests do not accept. */
  readonly refutes?: readonly string[];
}

/** A source row, in words that every format understands. */
export interface Item<Content> {
  readonly id: string;
  /** What never stands in two splits. */
  readonly group: string;
  readonly content: Content;
  readonly proof: Proof;
}

/** Where the rows come from; each stream is in the same order whenever it is asked for. */
export type Sources = { readonly [Kind in SourceKind]: () => AsyncIterable<Item<Contents[Kind]>> };
