import { contentHash } from '../core/id.ts';
import type { LlmRequest } from '../core/ports.ts';

/** What an endpoint is called in a key: its configured name, never its address. */
export interface ModelName {
  readonly endpoint: string;
  readonly model: string;
}

/** The key of a request's stored reply: the SHA-256, in hex, of all that may change the reply, and the sample's index. */
export function replyKey(request: LlmRequest, { endpoint, model }: ModelName): string {
  const { label, messages, temperature, topP, maxTokens, stop } = request;
  return contentHash({
    endpoint,
    model,
    messages: messages.map(({ role, content }) => ({ role, content })),
    parameters: { temperature, topP, maxTokens, stop },
    sample: label.sample,
  });
}
