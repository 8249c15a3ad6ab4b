import type { ContaminationMatch, Incoherence } from './curation.ts';
import type { DifferenceEvidence, Evidence, MutantEvidence } from './evidence.ts';
import type { RejectedVerdict } from './verdict.ts';

/** Why an evolved task is of no use (elimination evolving, Xu et al. 2023). */
export const eliminations = ['no-new-information', 'copied-prompt', 'unanswerable', 'nonsense'] as const;
export type Elimination = (typeof eliminations)[number];

/** Why something that entered a stage did not leave it as kept. */
export type DropReason =
  | { readonly kind: 'failed'; readonly verdict: RejectedVerdict }
  | { readonly kind: 'unproven'; readonly because: 'no-agreement'; readonly difference?: DifferenceEvidence }
  | { readonly kind: 'unproven'; readonly because: 'vacuous-suite'; readonly stubs: readonly string[] }
  | {
      readonly kind: 'unproven';
      readonly because: 'mutants-survive';
      readonly score: number;
      readonly survived: readonly MutantEvidence[];
    }
  | { readonly kind: 'unproven'; readonly because: 'low-confidence'; readonly confidence: number }
  /** A call changes its arguments, which nobody asked for. */
  | { readonly kind: 'impure'; readonly input: string }
  /** The same call answers differently the second time. */
  | { readonly kind: 'unsteady'; readonly input: string }
  /** Solutions that agree with each other fail the suite as one. */
  | { readonly kind: 'contradicted'; readonly agreeing: number }
  /** The task that an operator made of another is of no use beside it. */
  | { readonly kind: 'eliminated'; readonly because: Elimination; readonly why: string }
  /** The work came back as it was. */
  | { readonly kind: 'unchanged' }
  /** Another run of the same store has drawn this seed with these operators. */
  | { readonly kind: 'drawn-before' }
  /** A piece of real code that no task worth solving can be made of. */
  | { readonly kind: 'not-educational'; readonly why: string }
  | { readonly kind: 'no-suite' }
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'malformed'; readonly message: string }
  /** Another solution, or another task's statement, says nearly the same; `in` says where it is, unless in the run itself. */
  | { readonly kind: 'duplicate' | 'duplicate-statement'; readonly of: string; readonly in?: string }
  /** It repeats a problem of a public benchmark. */
  | ({ readonly kind: 'contaminated' } & ContaminationMatch)
  /** Its statement, signature, examples, entry point, solution and tests do not fit together. */
  | { readonly kind: 'incoherent'; readonly faults: readonly Incoherence[] }
  | { readonly kind: 'round-trip-failed'; readonly attempts: number; readonly verdict: RejectedVerdict }
  /** A description that holds the code it is to describe: `share` of its body, of which `excerpt` is a part. */
  | { readonly kind: 'leaks-code'; readonly share: number; readonly excerpt: string }
  /** A description without a word that the name of the code does not say already. */
  | { readonly kind: 'says-nothing'; readonly words: readonly string[] }
  /** A description that helps no more than the name and signature alone. */
  | {
      readonly kind: 'uninformative';
      readonly pass_rate: number;
      readonly baseline_pass_rate: number;
      readonly lift: number;
    }
  /** Another description of the same code and level, by its id, did at least as well. */
  | { readonly kind: 'outdone'; readonly by: string };

/** The word under which a reason is counted, such as `refuted` or `duplicate`. */
export function reasonKey(reason: DropReason): string {
  switch (reason.kind) {
    case 'failed':
      return reason.verdict.kind;
    case 'unproven':
    case 'eliminated':
      return reason.because;
    default:
      return reason.kind;
  }
}

export type Decision =
  | { readonly kind: 'keep'; readonly suite: string; readonly confidence: number; readonly evidence: Evidence }
  | { readonly kind: 'drop'; readonly suite?: string; readonly reason: DropReason };
