import type { Fault, Outcome } from '../../core/fault.ts';
import type { LlmReply } from '../../core/ports.ts';
import { readReply } from '../reply.ts';
import { findCapabilities, type Capabilities } from './capabilities.ts';
import { modelsIn, type ListedModels } from './list-models.ts';
import { ProbeSession, type Answer, type ProbeOptions } from './session.ts';

/** What was found out about an endpoint. */
export interface EndpointFindings {
  /** The models that it lists, or why it lists none; `page`: it answers with something else than JSON. */
  readonly models: ListedModels | { readonly fault: Fault };
  readonly completion:
    | { readonly reply: LlmReply; readonly latenciesMs: readonly number[] }
    | { readonly fault: Fault };
  /** Absent where not even a completion works. */
  readonly capabilities?: Capabilities;
  /** What is left of what the server allows, by the header that says so. */
  readonly rateLimits: Readonly<Record<string, string>>;
  /** How much its clock is ahead of ours, in milliseconds; absent where it does not say. */
  readonly clockAheadMs?: number;
}

const prompt = 'Reply with the single word: ready';
const rounds = 3;

/** Asks an endpoint what it can do, by about ten short requests. Throws `base-url-invalid`. */
export async function probeEndpoint(options: ProbeOptions): Promise<EndpointFindings> {
  const session = new ProbeSession(options);
  const listed = await session.get('/models');
  const models = modelsOf(listed);
  const first = await session.chat(prompt);
  const reply = first.ok ? readReply(first.value.body, { messages: [] }, options) : first;
  if (!first.ok || !reply.ok) {
    return { models, completion: reply.ok ? failedBy(first) : { fault: reply.fault }, ...heard(listed) };
  }
  // One after the other, and before anything goes on beside them.
  const latenciesMs = [first.value.ms];
  while (latenciesMs.length < rounds) {
    const again = await session.chat(prompt);
    latenciesMs.push(again.ok ? again.value.ms : options.timeoutMs);
  }
  const capabilities = await findCapabilities(session);
  return { models, completion: { reply: reply.value, latenciesMs }, capabilities, ...heard(first) };
}

function failedBy(outcome: Outcome<Answer>): { readonly fault: Fault } {
  if (outcome.ok) throw new Error('a reply that was read has no fault');
  return { fault: outcome.fault };
}

function modelsOf(listed: Outcome<Answer>): EndpointFindings['models'] {
  const models = modelsIn(listed);
  return models.ok ? models.value : { fault: models.fault };
}

/** What the headers of an answer say beside it. */
function heard(answer: Outcome<Answer>): Pick<EndpointFindings, 'rateLimits' | 'clockAheadMs'> {
  if (!answer.ok) return { rateLimits: {} };
  const { headers, ms } = answer.value;
  const limits = [...headers].filter(([name]) => /^x-ratelimit-(?:remaining|limit)-/u.test(name));
  const date = Date.parse(headers.get('date') ?? '');
  // The header has whole seconds, and was written somewhere on the way.
  const ahead = date + 500 - (Date.now() - ms / 2);
  return { rateLimits: Object.fromEntries(limits), ...(Number.isFinite(ahead) && { clockAheadMs: Math.round(ahead) }) };
}
