import type OpenAI from 'openai';
import type { Outcome } from '../core/fault.ts';
import type { Llm, LlmReply, LlmRequest } from '../core/ports.ts';
import { callEndpoint, type CallOptions } from './call.ts';
import { chatBody, type BodyOptions } from './chat-body.ts';
import { formatLabel, labelHeader } from './label.ts';
import { readReply } from './reply.ts';
import { openSdk, requireHttp } from './sdk.ts';

export interface ClientOptions extends BodyOptions, CallOptions {}

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
  return {
    load: async () => void (await open()),
    complete: async (request) => ask(await open(), request, options),
  };
}

function ask(sdk: OpenAI, request: LlmRequest, options: ClientOptions): Promise<Outcome<LlmReply>> {
  return callEndpoint(async (signal) => {
    const headers = { [labelHeader]: formatLabel(request.label) };
    const body: unknown = await sdk.chat.completions.create(chatBody(request, options), { headers, signal });
    return readReply(body, request, options);
  }, options);
}
