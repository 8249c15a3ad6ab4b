/** What running a recorded solution against the oracle showed. */
export type Behaviour =
  | { readonly kind: 'agrees'; readonly cases: number }
  | { readonly kind: 'disagrees'; readonly cases: number; readonly disagreements: number; readonly first: string }
  | { readonly kind: 'does-not-load'; readonly message: string }
  | { readonly kind: 'lacks-entry-point'; readonly exports: readonly string[] }
  | { readonly kind: 'never-ends' }
  | { readonly kind: 'broken-key'; readonly message: string };

/** A reply from which nothing could be taken. */
export interface NotExtracted {
  readonly extracted: false;
  readonly problem: string;
  readonly message: string;
}

/** What became of a recorded solution. */
export type ObservedSolution =
  | NotExtracted
  | {
      readonly extracted: true;
      readonly code: string;
      /** Messages of `tsc`, empty where it is clean. */
      readonly typeErrors: readonly string[];
      /** Messages of `tsc` where the entry point has not the task's signature. */
      readonly misfits: readonly string[];
      readonly behaviour: Behaviour;
    };

/** How one suite judged one solution, once per fast-check seed. */
export interface SuiteRun {
  readonly accepted: boolean;
  readonly tests: number;
  /** Names and messages of what failed. */
  readonly failures: readonly string[];
}

/** What became of a recorded suite. */
export type ObservedSuite =
  | NotExtracted
  | {
      readonly extracted: true;
      readonly code: string;
      /** Imports that a suite may not have. */
      readonly foreignImports: readonly string[];
      /** Messages of `tsc` with the reference and with every right solution in turn, by solution. */
      readonly typeErrors: Readonly<Record<string, readonly string[]>>;
      /** By solution (`reference` included), one entry a fast-check seed. */
      readonly runs: Readonly<Record<string, readonly SuiteRun[]>>;
    };

/** All that was seen of one seed. */
export interface Observed {
  readonly reference: ObservedSolution;
  readonly solutions: Readonly<Record<string, ObservedSolution>>;
  readonly suites: Readonly<Record<string, ObservedSuite>>;
}

/** Whether a solution can be run by a suite at all. */
export function runs(solution: ObservedSolution): solution is ObservedSolution & { readonly extracted: true } {
  return solution.extracted && solution.behaviour.kind !== 'never-ends' && solution.behaviour.kind !== 'does-not-load';
}
