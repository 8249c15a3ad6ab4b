/** What one night came to: a row of `nights.jsonl`. */
export interface NightRow {
  /** Such as `2026-11-23`; a second one of the same day ends in `-2`. */
  readonly night: string;
  readonly started_at: string;
  readonly finished_at: string;
  /** `stopped`: a budget or a deadline ended it, with everything saved. */
  readonly state: 'done' | 'stopped';
  readonly kept: number;
  readonly pairs: number;
  readonly draws: number;
  /** Kept rows for each draw. */
  readonly yield: number;
  /** Share of the solutions that were accepted. */
  readonly pass_rate: number;
  /** From 0 to 1. */
  readonly diversity: number;
  readonly requests: number;
  /** Requests that a fault of an endpoint or the machine left without a result. */
  readonly faults: number;
  readonly tokens: number;
  readonly cost_usd: number;
  readonly cost_per_kept_usd: number;
  /** Of a request, from sending to the last word, with what it waited for its turn. */
  readonly latency_ms: number;
  readonly elapsed_ms: number;
  /** Left out as they say what an earlier night said. */
  readonly repeats: number;
  /** The last of the seeds' takes that it drew. */
  readonly take: number;
  /** Of the dataset, with this night's rows. */
  readonly version: number;
  readonly rows: number;
  readonly gates: readonly GateFinding[];
}

/** What a gate says of a night. */
export interface GateFinding {
  readonly gate: string;
  readonly passed: boolean;
  readonly value: number;
  /** What it must reach, or must not pass. */
  readonly limit: number;
  /** In words, with what it was held against. */
  readonly why: string;
}
