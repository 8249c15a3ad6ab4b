/** What a suite is written for; how it is run follows from it. */
export type TestStyle = 'vitest' | 'jest' | 'assert' | 'console.assert' | 'throw';

/** What one solution is judged by: a solution, a suite, and the limits that hold while they run. */
export interface Job {
  readonly id: string;
  /** Source of the solution's module. */
  readonly solution: string;
  /** Source of the tests. They import the solution from `./solution`, or import nothing and see it as globals. */
  readonly suite: string;
  readonly language: 'ts' | 'js';
  /** Detected from the suite unless given. */
  readonly style?: TestStyle;
  /** The function that is asked for: a global of that name is the solution's whatever else has the name. */
  readonly entryPoint?: string;
  /** Further modules of the solution, by their path relative to it, such as `lib/util.ts`. */
  readonly files?: Readonly<Record<string, string>>;
  /**
   * Names of mutants that the solution has ready behind calls of `stryMutAct_9fa48(name)`, with `stryCov_9fa48(names…)`
   * where they are reached, as `@stryker-mutator/instrumenter` writes them without its header. Those of one place may be
   * named `place:which`, and be asked for all at once by `stryActive_9fa48('place')`, which gives the name of the one
   * that is on. They are run against the suite once it has accepted the solution as it is.
   */
  readonly mutants?: readonly string[];
  /** Whether the first test that fails is all that is wanted of a mutant, which is quicker, or all that do. */
  readonly killers?: 'first' | 'all';
  /** Seeds fast-check and `Math.random`. */
  readonly seed: number;
  readonly limits: Limits;
}

export interface Limits {
  /** CPU time for loading and running both modules. The wall limit is a multiple of it. */
  readonly cpuMs: number;
  /** Heap and buffers of the isolate. */
  readonly memoryMb: number;
  /** Size of the whole report; printed text is cut off there too. */
  readonly outputKb: number;
}

export type Side = 'solution' | 'suite' | 'unknown';
export type Limit = 'wall' | 'cpu' | 'memory' | 'output' | 'crash';

export interface Counterexample {
  /** The smallest input found that breaks the property, as fast-check prints it. */
  readonly values: string;
  /** `seed` and `path` replay it. */
  readonly seed: number;
  readonly path: string;
  readonly shrinks: number;
}

export interface TestReport {
  /** Names of the suites and the test, joined by ` > `. */
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** The failure as vitest prints it, at most about 2,000 characters. */
  readonly message?: string;
  readonly counterexample?: Counterexample;
}

/**
 * What a suite makes of one mutant. `killed`: the test named `by` fails, and those of `also` where all were asked for. `stopped`: it does not come to an end, in the test named `by` where that is known, or runs
 * out of memory. `survived`: all tests pass. `uncovered`: no test reaches it. `unjudged`: there was no time left for it.
 */
export type MutantReport =
  | { readonly id: string; readonly outcome: 'killed'; readonly by: string; readonly also?: readonly string[] }
  | { readonly id: string; readonly outcome: 'stopped'; readonly by?: string }
  | { readonly id: string; readonly outcome: 'survived' | 'uncovered' | 'unjudged' };

/** Of the tests that kill a mutant, at most so many are named. */
export const maxKillers = 20;

/** Solution and suite each have an isolate, and only text passes between them. */
export const isolation = 'separate-isolates' as const;
export type Isolation = typeof isolation;

/** What running a solution against a suite showed. The same job always gives the same report. */
export type Report =
  | {
      readonly kind: 'ran';
      /** What stood between solution and tests. */
      readonly isolation: Isolation;
      readonly tests: readonly TestReport[];
      /** What was printed, up to the output limit. */
      readonly console: string;
      /** In the order of the job's `mutants`; there are none where a test failed. */
      readonly mutants?: readonly MutantReport[];
    }
  | {
      readonly kind: 'malformed';
      readonly side: Exclude<Side, 'unknown'>;
      readonly stage: 'parse' | 'link';
      readonly message: string;
    }
  | { readonly kind: 'stopped'; readonly side: Side; readonly limit: Limit }
  | { readonly kind: 'tampered'; readonly what: string };

/** A failure of the machinery, never of a candidate. */
export interface SandboxFault {
  /** `machine-stalled`, `child-killed`, `child-unusable`, `worker-failed` or `closed`. */
  readonly code: string;
  readonly retryable: boolean;
  readonly message: string;
}

export type Outcome =
  | { readonly ok: true; readonly report: Report; readonly durationMs: number }
  | { readonly ok: false; readonly fault: SandboxFault };

export const defaultLimits: Limits = { cpuMs: 3000, memoryMb: 128, outputKb: 256 };
