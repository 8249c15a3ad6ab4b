import type { Attempt } from '../core/attempt.ts';
import { ok, type Outcome } from '../core/fault.ts';
import type { Llm, LlmReply, Message, RequestLabel } from '../core/ports.ts';
import type { Origin } from '../core/task.ts';

export interface Sampling {
  readonly temperature: number;
  readonly maxTokens: number;
}

export interface Question {
  readonly label: RequestLabel;
  readonly messages: readonly Message[];
  readonly prompt: { readonly name: string; readonly hash: string };
  readonly sampling: Sampling;
}

type Reading<T> =
  | { readonly kind: 'made'; readonly value: T }
  | { readonly kind: 'malformed'; readonly message: string };

/** Sends one request and reads its reply; a reply that cannot be read is kept beside the reason. */
export async function ask<T>(
  llm: Llm,
  question: Question,
  read: (reply: LlmReply, origin: Origin) => Reading<T>,
): Promise<Outcome<Attempt<T>>> {
  const { label, messages, prompt, sampling } = question;
  const answered = await llm.complete({ label, messages, ...sampling });
  if (!answered.ok) return answered;
  const reply = answered.value;
  const origin = { sample: label.sample, model: reply.model, prompt: { name: prompt.name, hash: prompt.hash } };
  const reading = read(reply, origin);
  return ok(reading.kind === 'made' ? reading : { ...reading, reply: reply.content });
}
