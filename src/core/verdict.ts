import type { Fault } from './fault.ts';

export type NonEmpty<T> = readonly [T, ...T[]];
export type Side = 'solution' | 'suite' | 'unknown';

/** An error of the type checker, at a line of the candidate's own file. */
export interface Diagnostic {
  readonly file: 'solution' | 'suite';
  readonly line: number;
  readonly code: number;
  readonly message: string;
}

export interface Check {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly message?: string;
  readonly counterexample?: Counterexample;
}

/** The smallest input found that breaks a property; `seed` and `path` replay it. */
export interface Counterexample {
  readonly values: string;
  readonly seed: number;
  readonly path: string;
  readonly shrinks: number;
}

/** What judging one solution against one suite showed: always about the candidate, never about our machinery. */
export type Verdict =
  | { readonly kind: 'accepted'; readonly checks: NonEmpty<Check> }
  | {
      readonly kind: 'malformed';
      readonly side: Side;
      readonly stage: 'extract' | 'parse' | 'link';
      readonly message: string;
    }
  | { readonly kind: 'ill-typed'; readonly side: Side; readonly diagnostics: NonEmpty<Diagnostic> }
  | { readonly kind: 'refuted'; readonly by: Check; readonly failed: number; readonly total: number }
  | {
      readonly kind: 'stopped';
      readonly side: Side;
      readonly limit: 'wall' | 'cpu' | 'memory' | 'output' | 'crash';
    }
  | { readonly kind: 'tampered'; readonly what: string }
  | { readonly kind: 'flaky'; readonly first: readonly Check[]; readonly second: readonly Check[] };

export type RejectedVerdict = Exclude<Verdict, { kind: 'accepted' }>;

/** A verdict, or why none could be reached. */
export type Judgement =
  | { readonly kind: 'judged'; readonly verdict: Verdict }
  | { readonly kind: 'unjudged'; readonly fault: Fault };

/** The side a verdict blames, where that can be told. */
export function blamedSide(verdict: RejectedVerdict): Side {
  switch (verdict.kind) {
    case 'malformed':
    case 'ill-typed':
    case 'stopped':
      return verdict.side;
    case 'refuted':
    case 'tampered':
      return 'solution';
    case 'flaky':
      return 'unknown';
  }
}
