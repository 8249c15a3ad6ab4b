import type { Form } from '../result.ts';

/** What a model answered, as it came. */
export interface RawReply {
  readonly content: string;
  readonly reasoning?: string;
  readonly finishReason?: string;
}

export type ExtractionProblem = 'empty' | 'truncated' | 'wrong-language' | 'no-code' | 'other-name';

/** A program taken out of a reply, with what was done to get it; or why there is none. */
export type Extraction =
  | { readonly ok: true; readonly form: Form; readonly code: string; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problem: ExtractionProblem; readonly message: string };

/** A program on its way through the steps of its extraction. */
export interface Draft {
  readonly form: Form;
  readonly code: string;
  readonly notes: readonly string[];
}

export function notFound(problem: ExtractionProblem, message: string): Extraction {
  return { ok: false, problem, message };
}
