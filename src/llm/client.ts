import type OpenAI from 'openai';
import type { Outcome } from '../core/fault.ts';
import type { Llm, LlmReply, LlmRequest } from '../core/ports.ts';
import { callEndpoint, type CallOptions } from './call.ts';
import { chatBody, type BodyOptions } from './chat-body.ts';
import { formatLabel, labelHeader } from './label.ts';
import { FormatProbe, type FormatMemory, type ReplyFormat } from './reply-format.ts';
import { readReply } from './reply.ts';
import { openSdk, requireHttp } from './sdk.ts';

export interface ClientOptions extends BodyOptions, CallOptions {
  /** Holds replies to the shape that a request names. Default `off`; `auto` finds out what the server takes. */
  readonly replyFormat?: ReplyFormat | 'auto';
  /** Where `auto` remembers what it found. */
  readonly formatMemory?: FormatMemory;
}

/** A model behind an OpenAI-compatible endpoint. */
export interface LlmClient extends Llm {
  /** Loads the `openai` package ahead of the first request. */
  load(): Promise<void>;
}

/** Connects to nothing yet. Throws `base-url-invalid`. Takes nothing from the environment. */
export function createClient(options: ClientOptions): LlmClient {
  requireHttp(options.baseUrl);
  let opened: Promise<OpenAI> | undefined;
  const open = (): Promise<OpenAI> => (opened ??= openSdk(options));
  const { replyFormat = 'off', formatMemory } = options;
  const probe = new FormatProbe(formatMemory);
  const held = ({ shape }: LlmRequest, send: (format: ReplyFormat) => Promise<Outcome<LlmReply>>) => {
    if (shape === undefined) return send('off');
    return replyFormat === 'auto' ? probe.ask(send, isBadRequest) : send(replyFormat);
  };
  return {
    load: async () => void (await open()),
    complete: (request) => held(request, async (format) => ask(await open(), request, { ...options, format })),
  };
}

function isBadRequest(outcome: Outcome<LlmReply>): boolean {
  return !outcome.ok && outcome.fault.code === 'bad-request';
}

function ask(
  sdk: OpenAI,
  request: LlmRequest,
  { format, ...options }: ClientOptions & { readonly format: ReplyFormat },
): Promise<Outcome<LlmReply>> {
  return callEndpoint(async (signal) => {
    const headers = { [labelHeader]: formatLabel(request.label) };
    const body: unknown = await sdk.chat.completions.create(chatBody(request, options, format), { headers, signal });
    return readReply(body, request, options);
  }, options);
}
