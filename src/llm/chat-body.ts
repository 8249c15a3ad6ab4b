import type OpenAI from 'openai';
import type { LlmRequest } from '../core/ports.ts';
import type { Endpoint } from './endpoint.ts';
import type { ReplyFormat } from './reply-format.ts';

export interface BodyOptions extends Endpoint {
  /** What newer reasoning models call the limit on a reply's tokens. Default: `max_tokens`. */
  readonly tokenLimitName?: 'max_tokens' | 'max_completion_tokens';
  /** Further members of every body; a null takes a member out. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** The body of a chat completion's request: the same whether it goes out alone or in a batch. */
export function chatBody(
  request: LlmRequest,
  options: BodyOptions,
  format: ReplyFormat = 'off',
): OpenAI.ChatCompletionCreateParamsNonStreaming {
  const { temperature, topP, maxTokens, stop } = request;
  const body = {
    model: options.model,
    messages: request.messages.map(({ role, content }) => ({ role, content })),
    ...(temperature === undefined ? {} : { temperature }),
    ...(topP === undefined ? {} : { top_p: topP }),
    ...(maxTokens === undefined ? {} : { [options.tokenLimitName ?? 'max_tokens']: maxTokens }),
    ...(stop === undefined ? {} : { stop: [...stop] }),
    ...responseFormat(request, format),
    ...options.extra,
  };
  // What a user adds is the user's to answer for.
  return withoutNulls(body) as unknown as OpenAI.ChatCompletionCreateParamsNonStreaming;
}

function responseFormat({ shape }: LlmRequest, format: ReplyFormat): object {
  if (shape === undefined || format === 'off') return {};
  if (format === 'json_object') return { response_format: { type: 'json_object' } };
  const { name, schema } = shape;
  return { response_format: { type: 'json_schema', json_schema: { name, schema, strict: true } } };
}

function withoutNulls(body: object): object {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}
