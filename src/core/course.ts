/** How a run went: what `course.json` says. */
export interface Course {
  readonly rounds: readonly RoundMark[];
  /** Over all draws; absent from files of earlier versions. */
  readonly totals?: { readonly requests: number; readonly model_ms: number; readonly judging_ms: number } | undefined;
  /** The draws that took most. */
  readonly spending: { readonly slowest: readonly Spending[]; readonly costliest: readonly Spending[] };
}

/** How far a run was when a round of it had been let in. */
export interface RoundMark {
  readonly round: number;
  /** Draws so far. */
  readonly draws: number;
  /** Samples so far. */
  readonly kept: number;
  /** Requests that went out so far. */
  readonly requests: number;
  readonly tokens: number;
  readonly cost_usd: number;
  readonly elapsed_ms: number;
}

/** What one draw took: of the model, of waiting for it, and of the sandbox. */
export interface Spending {
  /** The draw by its key. */
  readonly draw: string;
  /** The task's title; absent where none was written. */
  readonly title?: string;
  readonly requests: number;
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly cost_usd: number;
  /** Added up over its requests, which may be under way side by side, with what they waited for their turn. */
  readonly model_ms: number;
  /** Of its candidates in the sandbox, where they were not judged before. */
  readonly judging_ms: number;
  readonly kept: number;
}
