/** What the caller's thread and the thread of a lane say to each other. */
import type { Job, Outcome } from '../types.ts';
import type { Launch } from './launch.ts';

/** What the thread of a lane is started with. */
export interface LaneData {
  /** Int32: the process id of each lane's child, 0 between children. */
  readonly pids: SharedArrayBuffer;
  /** Which of them is this lane's. */
  readonly slot: number;
  readonly launches: readonly [Launch, ...Launch[]];
  readonly packages: Readonly<Record<string, string>>;
}

/** A job under a number that is unique for the sandbox. */
export interface Numbered {
  readonly id: number;
  readonly job: Job;
}

export interface Judged {
  readonly id: number;
  readonly outcome: Outcome;
}

export type ToLane = { readonly kind: 'judge'; readonly jobs: readonly Numbered[] } | { readonly kind: 'close' };
export type FromLane = readonly Judged[];
