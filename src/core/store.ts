import type { BatchJournal, ReplyCache } from './ports.ts';

/** Requests and what they cost, over all invocations of one run. */
export interface RequestCounts {
  /** Requests that went out, repeated ones included. */
  readonly sent: number;
  /** Answers taken from the store instead. */
  readonly stored: number;
  /** Requests sent again because a process died before their reply was stored. */
  readonly repeated: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly costUsd: number;
}

export interface RunRecord {
  readonly id: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly state: 'open' | 'finished';
  /** What `finish` stored. */
  readonly result?: unknown;
  readonly elapsedMs: number;
}

/** A step of a run that is stored as a whole or not at all: its summary, and the rows that it made. */
export interface Unit {
  readonly kind: 'lane' | 'backtranslation' | 'round';
  readonly key: string;
}

export interface Item {
  readonly kind: ItemKind;
  readonly body: unknown;
}

export type ItemKind =
  | 'accepted'
  | 'rejected'
  | 'preference'
  | 'repair'
  | 'label'
  | 'rating'
  | 'revision'
  | 'pair'
  | 'trace'
  | 'matrix';

export interface Settlement {
  readonly unit: Unit;
  /** Whether a fault that may heal left something unjudged, so that a later invocation tries the unit again. */
  readonly retryable: boolean;
  readonly summary: unknown;
  readonly items: readonly Item[];
}

/** Everything durable of one store: runs, their settled units and rows, verdicts and replies. */
export interface Store {
  /** The newest run of a directory. */
  findRun(dir: string): Promise<RunRecord | undefined>;
  createRun(dir: string, settings: Readonly<Record<string, unknown>>): Promise<RunRecord>;
  reopen(run: string): Promise<void>;
  finish(run: string, result: unknown): Promise<void>;
  addElapsed(run: string, elapsedMs: number): Promise<void>;

  /** The summary of a settled unit. */
  settled(run: string, unit: Unit): Promise<unknown>;
  /** Stores a unit with its items; a unit that is settled already stays as it is. */
  settle(run: string, settlement: Settlement): Promise<void>;
  /** Forgets the units that a fault left unjudged; returns how many. */
  forgetFaulted(run: string): Promise<number>;
  /** The items of one kind that a unit made, in the order in which they were given. */
  items(run: string, unit: Unit, kind: ItemKind): Promise<readonly unknown[]>;

  /** Notes draws as drawn by a run's directory; returns those that a run of another directory drew first. */
  claimDraws(run: string, keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Gives draws back that a run's directory claimed and did not come through. */
  releaseDraws(run: string, keys: readonly string[]): Promise<void>;

  verdict(key: string): Promise<unknown>;
  putVerdict(key: string, verdict: unknown): Promise<void>;

  /** The shared reply cache, counting for one run; `costUsd` prices what is stored. */
  replies(run: string, costUsd: (usage: { promptTokens: number; completionTokens: number }) => number): ReplyCache;
  /** The batches under way, shared by all runs as the replies are. */
  batches(): BatchJournal;
  requestCounts(run: string): Promise<RequestCounts>;
  countStored(run: string, stored: number): Promise<void>;

  close(): Promise<void>;
}
