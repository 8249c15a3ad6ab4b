import { z } from 'zod';
import type { Fault, Outcome } from '../../core/fault.ts';
import type { Answer, ProbeSession } from './session.ts';

/** Whether a server does something that is asked of it. `ignored`: it answers as if it had not been asked. */
export type Capability =
  | { readonly kind: 'works' | 'ignored'; readonly detail?: string }
  | { readonly kind: 'refused' | 'failed'; readonly fault: Fault };

export interface Capabilities {
  readonly jsonSchema: Capability;
  readonly jsonObject: Capability;
  readonly samples: Capability;
  readonly streaming: Capability;
  readonly logprobs: Capability;
  readonly batch: Capability;
}

const ready = 'Reply with the single word: ready';
const days = 'How many days has a week? Reply with JSON alone, such as {"days": 3}.';
const schema = {
  type: 'object',
  properties: { days: { type: 'integer' }, holds: { type: 'string', enum: ['held-to-the-schema'] } },
  required: ['days', 'holds'],
  additionalProperties: false,
};

const choices = z.object({
  choices: z.array(
    z.object({ message: z.object({ content: z.string().nullish() }), logprobs: z.unknown().optional() }),
  ),
});

/** Asks for each thing once, side by side. */
export async function findCapabilities(session: ProbeSession): Promise<Capabilities> {
  const [jsonSchema, jsonObject, samples, streaming, logprobs, batch] = await Promise.all([
    session
      .chat(days, { response_format: { type: 'json_schema', json_schema: { name: 'week', schema, strict: true } } })
      .then((answer) => judged(answer, holdsSchema)),
    session.chat(days, { response_format: { type: 'json_object' } }).then((answer) => judged(answer, isObject)),
    session.chat(ready, { n: 2 }).then((answer) => judged(answer, (body) => choicesOf(body).length === 2)),
    session.streamed(ready).then(pieces),
    session.chat(ready, { logprobs: true }).then((answer) => judged(answer, hasLogprobs)),
    session.get('/batches?limit=1').then((answer) => judged(answer, isList)),
  ]);
  return { jsonSchema, jsonObject, samples, streaming, logprobs, batch };
}

function judged(answer: Outcome<Answer>, works: (body: unknown) => boolean): Capability {
  if (!answer.ok) return failing(answer.fault);
  return { kind: works(answer.value.body) ? 'works' : 'ignored' };
}

function pieces(streamed: Outcome<number>): Capability {
  if (!streamed.ok) return failing(streamed.fault);
  return { kind: streamed.value > 0 ? 'works' : 'ignored' };
}

/** What is no fault of the moment is the server's answer. */
function failing(fault: Fault): Capability {
  return { kind: fault.retryable ? 'failed' : 'refused', fault };
}

function choicesOf(body: unknown): z.infer<typeof choices>['choices'] {
  return choices.safeParse(body).data?.choices ?? [];
}

function holdsSchema(body: unknown): boolean {
  const value = jsonIn(body);
  return value !== undefined && 'holds' in value && value.holds === 'held-to-the-schema';
}

function isObject(body: unknown): boolean {
  return typeof jsonIn(body) === 'object';
}

function jsonIn(body: unknown): object | undefined {
  try {
    const value: unknown = JSON.parse(choicesOf(body)[0]?.message.content ?? '');
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function hasLogprobs(body: unknown): boolean {
  const { logprobs } = choicesOf(body)[0] ?? {};
  return typeof logprobs === 'object' && logprobs !== null;
}

function isList(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'data' in body;
}
