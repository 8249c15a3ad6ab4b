import type { Job, Report } from '../types.ts';

/** What the supervisor sends to a child: a job under a number that is unique for the child. */
export interface ToChild {
  readonly ticket: number;
  readonly job: Job;
}

/** What a child sends back. `started` and `ended` name the job it is busy with, so that a death names its culprit. */
export type FromChild =
  | { readonly kind: 'ready' }
  | { readonly kind: 'started'; readonly ticket: number }
  | {
      readonly kind: 'ended';
      readonly ticket: number;
      readonly report: Report | 'starved';
      readonly durationMs: number;
    };
