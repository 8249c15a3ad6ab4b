import type OpenAI from 'openai';
import type { LlmRequest } from '../core/ports.ts';
import type { Endpoint } from './endpoint.ts';

export interface BodyOptions extends Endpoint {
  /** What newer reasoning models call the limit on a reply's tokens. Default: `max_tokens`. */
  readonly tokenLimitName?: 'max_tokens' | 'max_completion_tokens';
}

/** The body of a chat completion's request: the same whether it goes out alone or in a batch. */
export function chatBody(request: LlmRequest, options: BodyOptions): OpenAI.ChatCompletionCreateParamsNonStreaming {
  const { temperature, topP, maxTokens, stop } = request;
  return {
    model: options.model,
    messages: request.messages.map(({ role, content }) => ({ role, content })),
    ...(temperature === undefined ? {} : { temperature }),
    ...(topP === undefined ? {} : { top_p: topP }),
    ...(maxTokens === undefined ? {} : { [options.tokenLimitName ?? 'max_tokens']: maxTokens }),
    ...(stop === undefined ? {} : { stop: [...stop] }),
  };
}
