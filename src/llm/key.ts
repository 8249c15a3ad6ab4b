import { contentHash } from '../core/id.ts';
import type { LlmRequest } from '../core/ports.ts';

/** What an endpoint is called in a key: its configured name, never its address. */
export interface ModelName {
  readonly endpoint: string;
  readonly model: string;
  /** Further members of every request's body. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/**
 * The key of a request's stored reply: the SHA-256, in hex, of all that may change the reply, and the sample's index.
 * The shape is not among it, as the messages ask for the same.
 */
export function replyKey(request: LlmRequest, { endpoint, model, extra }: ModelName): string {
  const { label, messages, temperature, topP, maxTokens, stop } = request;
  return contentHash({
    endpoint,
    model,
    extra,
    messages: messages.map(({ role, content }) => ({ role, content })),
    parameters: { temperature, topP, maxTokens, stop },
    sample: label.sample,
  });
}
