import type { RejectedVerdict } from './verdict.ts';

/** Why something that entered a stage did not leave it as kept. */
export type DropReason =
  | { readonly kind: 'failed'; readonly verdict: RejectedVerdict }
  | { readonly kind: 'unproven'; readonly because: 'vacuous-suite' | 'mutants-survive' | 'no-agreement' }
  | { readonly kind: 'no-suite' }
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'malformed'; readonly message: string }
  | { readonly kind: 'duplicate'; readonly of: string }
  | { readonly kind: 'round-trip-failed'; readonly attempts: number; readonly verdict: RejectedVerdict };

/** The word under which a reason is counted, such as `refuted` or `duplicate`. */
export function reasonKey(reason: DropReason): string {
  switch (reason.kind) {
    case 'failed':
      return reason.verdict.kind;
    case 'unproven':
      return reason.because;
    default:
      return reason.kind;
  }
}

/** What supports a kept solution: every suite's verdict, and how many siblings the chosen suite accepted or refuted. */
export interface Evidence {
  readonly suites: readonly SuiteEvidence[];
  /** Solutions of the same task that every supported suite accepted, this one included. */
  readonly agreeing: number;
  /** Solutions of the same task that were judged. */
  readonly judged: number;
}

export interface SuiteEvidence {
  readonly suite: string;
  readonly blind: boolean;
  readonly tests: number;
  readonly acceptedSolutions: number;
  readonly refutedSolutions: number;
}

export type Decision =
  | { readonly kind: 'keep'; readonly suite: string; readonly confidence: number; readonly evidence: Evidence }
  | { readonly kind: 'drop'; readonly suite?: string; readonly reason: DropReason };
