/** Why nothing usable could be taken from a reply. */
export interface NotExtracted<Problem extends string> {
  readonly ok: false;
  readonly problem: Problem;
  readonly message: string;
}

/** What a reply held, with the model's reasoning where the reply itself carried it. */
export type Extracted<Value extends object, Problem extends string> =
  | ({ readonly ok: true; readonly reasoning?: string } & Value)
  | NotExtracted<Problem>;

export type CodeProblem = 'empty' | 'truncated' | 'wrong-language' | 'no-code';
export type JsonProblem = 'empty' | 'truncated' | 'no-json';
export type TextProblem = 'empty' | 'truncated' | 'refused';

export function notExtracted<Problem extends string>(problem: Problem, message: string): NotExtracted<Problem> {
  return { ok: false, problem, message };
}

/** `{ reasoning }` where there is some, to be spread into a result. */
export function withReasoning(reasoning: string | undefined): { readonly reasoning?: string } {
  return reasoning === undefined ? {} : { reasoning };
}
