import type { ProgramRequest } from './request.ts';

/** What one test showed of a program. */
export interface TestResult {
  /** Whether the test accepts the program. */
  readonly isPassed: boolean;
  /** Wall time of its execution. */
  readonly durationMs: number;
  /** The verdict as rows show it. */
  readonly verdict: Readonly<Record<string, unknown>>;
}

/** Why a program has no results, though it may be well: a failure of ours, or tests that nothing could pass. */
export interface Unjudged {
  readonly boundary: string;
  readonly code: string;
  readonly message: string;
  /** Whether the same program may well be judged another time. */
  readonly retryable: boolean;
}

/** Results of all tests, in their order, or of none. */
export type Judged =
  | { readonly ok: true; readonly results: readonly TestResult[]; readonly extracted?: string }
  | { readonly ok: false; readonly isBadTest: boolean; readonly fault: Unjudged };

/** Judges a program by its tests. Tests that have not begun when the signal aborts never do; it rejects with the reason. */
export type JudgeProgram = (request: ProgramRequest, signal: AbortSignal) => Promise<Judged>;
