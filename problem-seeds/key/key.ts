/** The truth about the recorded replies of one seed, proven by `prove.ts`. */
export interface Key<Args extends readonly unknown[] = readonly unknown[]> {
  /** The seed's id, such as `strings/soft-wrap`. */
  readonly seed: string;
  /** Argument lists within the statement's preconditions: every small case, and the edges that matter. At most a few thousand. */
  readonly cases: () => Iterable<Args>;
  /** The right answer for one argument list, by brute force or by definition; written unlike any recorded solution. */
  readonly oracle: (...args: Args) => unknown;
  /**
   * TypeScript source of a right module with the task's exact signature, on which every right suite must pass.
   * Usually the clearest reference; proven against `oracle` like any other solution.
   */
  readonly reference: string;
  /** How to exercise a module on one case; by default `module[entryPoint](...args)`. For classes, generators and async code. */
  readonly run?: (module: SolutionModule, args: Args) => unknown;
  /** Where several answers are right; by default deep equality with the oracle's (-0 equals 0). */
  readonly accepts?: (actual: unknown, args: Args) => boolean;
  /** False where the statement asks for the arguments to be changed. Default true: a solution that changes them is wrong. */
  readonly inputsStayIntact?: boolean;
  readonly solutions: Readonly<Record<string, SolutionTruth>>;
  readonly suites: Readonly<Record<string, SuiteTruth>>;
}

// oxlint-disable-next-line typescript/no-explicit-any -- a recorded module may export anything
export type SolutionModule = Record<string, any>;

export type SolutionTruth =
  | { readonly truth: 'right'; readonly note: string }
  | { readonly truth: 'wrong'; readonly defect: SolutionDefect; readonly note: string };

/** What is wrong with a solution. `ill-typed` may behave rightly; the last four never reach execution or never end. */
export type SolutionDefect =
  | 'off-by-one'
  | 'mutated-input'
  | 'unstable-sort'
  | 'empty-input'
  | 'duplicates'
  | 'negative'
  | 'unicode'
  | 'precision'
  | 'boundary'
  | 'state'
  | 'misread'
  | 'hallucinated-api'
  | 'ill-typed'
  | 'truncated'
  | 'wrong-language'
  | 'wrong-entry-point'
  | 'never-ends';

export type SuiteTruth =
  | {
      readonly truth: 'right';
      /** Names of the wrong recorded solutions that this suite accepts, such as `solve-3`; leave out those that never run. */
      readonly letsThrough: readonly string[];
      readonly note: string;
    }
  | { readonly truth: 'wrong'; readonly defect: SuiteDefect; readonly note: string };

/** What is wrong with a suite that rejects right code, or proves nothing. */
export type SuiteDefect = 'wrong-expectation' | 'beyond-statement' | 'vacuous' | 'ill-typed' | 'truncated';
