/** What supports a kept solution, or speaks against a dropped one. */
export interface Evidence {
  readonly suites: readonly SuiteEvidence[];
  /** Solutions of the same task that every supported suite accepted, this one included. */
  readonly agreeing: number;
  /** Solutions of the same task that were judged. */
  readonly judged: number;
  /** What the row's suite makes of changed solutions; absent where that was not tried. */
  readonly mutation?: MutationEvidence;
  /** What the solution does beside its peers; absent where no inputs could be generated. */
  readonly behaviour?: BehaviourEvidence;
  /** What the confidence is made of: each signal by its name, and the weight (in log-odds) that it had. */
  readonly signals?: Readonly<Record<string, SignalEvidence>>;
}

export interface SuiteEvidence {
  readonly suite: string;
  readonly blind: boolean;
  /** The suite that it was written to do better than: it is no further witness. */
  readonly repairOf?: string;
  /** The suite that it revises: a further witness only where that one is none. */
  readonly revisionOf?: string;
  readonly tests: number;
  readonly acceptedSolutions: number;
  readonly refutedSolutions: number;
}

export interface SignalEvidence {
  readonly value: number;
  readonly weight: number;
}

/** What a suite makes of mutants of a solution that it accepts, and of stubs in its place; or why that is not known. */
export type MutationEvidence =
  | {
      readonly kind: 'scored';
      /** Mutants of the solution; the other counts are among them. */
      readonly total: number;
      readonly killed: number;
      /** They did not come to an end, which counts as killed. */
      readonly stopped: number;
      readonly survived: readonly MutantEvidence[];
      /** No test reached them, which counts as survived. */
      readonly uncovered: readonly MutantEvidence[];
      /** Survivors that no generated input tells from the solution: estimated to be no mistakes, and out of the score. */
      readonly equivalent: number;
      /** Left out, as there were too many, or no time was left. */
      readonly untried: number;
      /** Killed and stopped among those tried that are not equivalent, from 0 to 1; absent where there were none. */
      readonly score?: number;
      /** Stubs that the suite accepts: with any of them it proves nothing. */
      readonly acceptedStubs: readonly string[];
    }
  | { readonly kind: 'unscored'; readonly because: string };

export interface MutantEvidence {
  readonly line: number;
  readonly mutator: string;
  readonly original: string;
  readonly replacement: string;
}

export interface BehaviourEvidence {
  /** Where the inputs come from. */
  readonly from: string;
  /** Calls that were observed. */
  readonly calls: number;
  /** Inputs on which more than one solution agree on an answer. */
  readonly counting: number;
  /** Weighted share of those on which this solution gives the answer of most; absent where none count. */
  readonly share?: number;
  /** How many solutions that are no copies of each other behave as this one does, and how many there are in all. */
  readonly group: number;
  readonly peers: number;
  readonly majority: string;
  /** Share of the calls that threw, or did not end. */
  readonly throws: number;
  readonly differences: readonly DifferenceEvidence[];
}

export interface DifferenceEvidence {
  readonly input: string;
  readonly own: string;
  readonly plurality: string;
  /** Solutions that are no copies of each other and give the plurality's answer. */
  readonly peers: number;
  /** Solutions that throw on this input: where any does, the input may lie outside of what the task asks about. */
  readonly throwing: number;
}
