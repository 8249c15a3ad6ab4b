import type { StageTable } from '../core/accounting.ts';
import type { AdmittedLane } from './admission/admission.ts';

/** What happens in a run, for whoever shows it. */
export type RunEvent =
  | { readonly kind: 'run-started'; readonly seeds: number; readonly target: number | null; readonly dir: string }
  | { readonly kind: 'run-resumed'; readonly reopened: number }
  | { readonly kind: 'round-started'; readonly round: number; readonly seeds: number }
  | { readonly kind: 'lane-settled'; readonly seed: string; readonly accepted: number }
  | { readonly kind: 'samples-admitted'; readonly kept: number; readonly costUsd: number }
  | {
      readonly kind: 'round-ended';
      readonly lanes: readonly AdmittedLane[];
      /** Of all rounds so far, this one included. */
      readonly counts: StageTable;
    }
  | { readonly kind: 'backtranslation-settled'; readonly sample: string; readonly passed: boolean }
  /** An endpoint is down and left alone for a while; others go on. */
  | { readonly kind: 'endpoint-rests'; readonly endpoint: string; readonly why: string }
  | { readonly kind: 'files-written'; readonly dir: string };

export type OnEvent = (event: RunEvent) => void;
