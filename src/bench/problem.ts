import type { TestStyle } from '../core/test-style.ts';

/** One programming problem of a set, whatever shape it was published in. */
export interface Problem {
  /** As the set names it. Unique within a set. */
  readonly id: string;
  /** What a sample may be a continuation of: statement and signature, as published. */
  readonly prompt: string;
  /** The problem as an instruction in words, where the set has one. */
  readonly instruction?: string;
  /** The function or class that is asked for; absent where the tests say what they import. */
  readonly entryPoint?: string;
  readonly language: 'ts' | 'js';
  readonly tests: string;
  /** The statement's own examples as tests, where the set has them. */
  readonly exampleTests?: string;
  /** Detected from the tests unless given. */
  readonly style?: TestStyle;
  /** The published solution, as a sample would be: a whole program or a continuation of the prompt. */
  readonly canonical?: string;
  /** A known wrong solution, in the same form. */
  readonly buggy?: string;
  /** Texts at which a continuation of the prompt ends. */
  readonly stop: readonly string[];
  /** Further modules that the tests or the solution import, by their path relative to the solution. */
  readonly files?: Readonly<Record<string, string>>;
  readonly topics: readonly string[];
  readonly difficulty?: string;
}

/** The published shapes that are read, by the name a user sees. */
export type Shape =
  | 'winnow'
  | 'winnow-dataset'
  | 'humaneval-x'
  | 'humanevalpack'
  | 'multipl-e'
  | 'mbxp'
  | 'mceval'
  | 'exercism';

export interface ProblemSet {
  readonly shape: Shape;
  readonly problems: readonly Problem[];
  /** A hash of all that decides a score, so that two results can be told to be of the same set. */
  readonly digest: string;
}
