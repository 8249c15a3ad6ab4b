import type OpenAI from 'openai';
import { failed, type Outcome } from '../core/fault.ts';
import type { Llm, LlmReply, LlmRequest } from '../core/ports.ts';
import { chatBody, type BodyOptions } from './chat-body.ts';
import { errorFault, timeoutFault } from './error-fault.ts';
import { interrupted } from './fault.ts';
import { formatLabel, labelHeader } from './label.ts';
import { readReply } from './reply.ts';
import { openSdk, requireHttp } from './sdk.ts';

export interface ClientOptions extends BodyOptions {
  /** The whole request's limit, body included. Node's fetch itself gives up after 300 s without a header. */
  readonly timeoutMs: number;
  /** Aborts what is in flight, as `interrupted`. */
  readonly signal?: AbortSignal | undefined;
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
  return {
    load: async () => void (await open()),
    complete: async (request) => ask(await open(), request, options),
  };
}

async function ask(sdk: OpenAI, request: LlmRequest, options: ClientOptions): Promise<Outcome<LlmReply>> {
  const timer = new AbortController();
  const timeout = setTimeout(() => timer.abort(), options.timeoutMs);
  const signal = options.signal ? AbortSignal.any([timer.signal, options.signal]) : timer.signal;
  try {
    const headers = { [labelHeader]: formatLabel(request.label) };
    const body: unknown = await sdk.chat.completions.create(chatBody(request, options), { headers, signal });
    return readReply(body, request, options);
  } catch (error) {
    if (options.signal?.aborted) return failed(interrupted());
    return failed(timer.signal.aborted ? timeoutFault(options, options.timeoutMs) : await errorFault(error, options));
  } finally {
    clearTimeout(timeout);
  }
}
