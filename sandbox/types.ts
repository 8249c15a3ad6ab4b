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
