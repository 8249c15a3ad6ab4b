import type { LlmRequest } from '../core/ports.ts';

/** What chat templates add around a message, generously. */
const tokensAroundMessage = 16;

/** A usual ratio for English and code; stands in where a server does not report usage. */
const bytesPerToken = 4;

/** About how many tokens a text has. */
export function roughTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / bytesPerToken);
}

/** More tokens than a request's messages can have: no tokenizer makes more than one token of a byte. */
export function promptTokensAtMost({ messages }: LlmRequest): number {
  return messages.reduce((sum, { content }) => sum + Buffer.byteLength(content) + tokensAroundMessage, 0);
}
