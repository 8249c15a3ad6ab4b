import type { Verdict } from '../core/verdict.ts';

/** How a program was taken out of a reply. */
export type Form = 'program' | 'continuation';

/** What a raw sample was made into. */
export interface ExtractedRow {
  readonly form: Form;
  readonly code: string;
  /** What was done to get there, for people. */
  readonly notes?: readonly string[];
}

/** A row of `results.jsonl`: one sample of one problem, with its verdict or the fault that kept it from one. */
export interface ResultRow {
  readonly task_id: string;
  /** Ordinal of the sample among those of its problem, from 0. */
  readonly sample: number;
  readonly verdict?: { readonly kind: Verdict['kind'] } & Readonly<Record<string, unknown>>;
  readonly fault?: { readonly boundary: string; readonly code: string; readonly message: string };
  /** Absent where nothing could be extracted: then the reply is kept. */
  readonly extracted?: ExtractedRow;
  readonly reply?: string;
  /** Errors of the type checker in an accepted solution, where types do not decide. */
  readonly type_errors?: number;
  readonly duration_ms?: number;
  readonly usage?: { readonly prompt_tokens: number; readonly completion_tokens: number };
  readonly cost_usd?: number;
}
