import type { Attempt } from '../core/attempt.ts';
import { ok, type Outcome } from '../core/fault.ts';
import type { Llm, LlmReply, ReplyShape, RequestLabel } from '../core/ports.ts';
import { builtInPrompts, type PromptBook } from '../core/prompt-book.ts';
import type { Prompt } from '../core/prompt.ts';
import type { Origin } from '../core/task.ts';

/** How a model is asked. */
export interface Manner {
  readonly temperature: number;
  readonly maxTokens: number;
  /** The built-in ones unless given. */
  readonly prompts?: PromptBook;
}

export interface Question<Slot extends string> {
  readonly label: RequestLabel;
  readonly prompt: Prompt<Slot>;
  readonly slots: Readonly<Record<Slot, string>>;
  readonly manner: Manner;
  /** What a reply in JSON is to look like. */
  readonly shape?: ReplyShape;
}

type Reading<T> =
  | { readonly kind: 'made'; readonly value: T }
  | { readonly kind: 'malformed'; readonly message: string };

/** Sends one request and reads its reply; a reply that cannot be read is kept beside the reason. */
export async function ask<T, Slot extends string>(
  llm: Llm,
  { label, prompt, slots, manner, shape }: Question<Slot>,
  read: (reply: LlmReply, origin: Origin) => Reading<T>,
): Promise<Outcome<Attempt<T>>> {
  const { temperature, maxTokens, prompts = builtInPrompts } = manner;
  const { name, hash, ...wording } = prompts.of(prompt);
  const request = { label, messages: wording.render(slots), temperature, maxTokens };
  const answered = await llm.complete({ ...request, ...(shape && { shape }) });
  if (!answered.ok) return answered;
  const reply = answered.value;
  const { model, endpoint } = reply;
  const from = { sample: label.sample, model, temperature, ...(endpoint !== undefined && { endpoint }) };
  const origin = { ...from, prompt: { name, hash } };
  const reading = read(reply, origin);
  return ok(reading.kind === 'made' ? reading : { ...reading, reply: reply.content, model: reply.model });
}
