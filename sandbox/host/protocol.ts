/**
 * What the supervisor and a child say to each other: JSON in frames, requests on the child's standard input, answers on
 * a descriptor of their own. Not Node's own channel between processes, because that one parses whatever arrives, of any
 * length, and throws in the parent at what is no JSON: a child that was broken out of could end the supervisor.
 */
import type { Job, Report } from '../types.ts';

/** The descriptor that a child writes its answers to. */
export const answersFd = 3;

/** A job under a number that is unique for the child. Jobs are judged in the order in which they were sent. */
export interface Ticketed {
  readonly ticket: number;
  readonly job: Job;
}

/** What the supervisor sends. `init` comes first and once. */
export type ToChild =
  | { readonly kind: 'init'; readonly packages: Readonly<Record<string, string>> }
  | { readonly kind: 'jobs'; readonly jobs: readonly Ticketed[] };

/** The end of a job, and by that the start of the next one sent, so that a death names its culprit. */
export interface Ended {
  readonly kind: 'ended';
  readonly ticket: number;
  readonly report: Report | 'starved';
  readonly durationMs: number;
}

export type FromChild = { readonly kind: 'ready' } | Ended;
