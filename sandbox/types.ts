/** What one solution is judged by: a solution, a suite, and the limits that hold while they run. */
export interface Job {
  readonly id: string;
  /** Source of the solution's module. */
  readonly solution: string;
  /** Source of a vitest module that imports the solution from `./solution`. */
  readonly suite: string;
  readonly language: 'ts' | 'js';
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

/** What running a solution against a suite showed. The same job always gives the same report. */
export type Report =
  | {
      readonly kind: 'ran';
      /** Whether solution and tests shared a realm: the weaker proof. */
      readonly isolation: 'same-realm';
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
