import type OpenAI from 'openai';
import { inputError } from '../core/error.ts';
import { failed, type Outcome } from '../core/fault.ts';
import type { Llm, LlmReply, LlmRequest } from '../core/ports.ts';
import type { Endpoint } from './endpoint.ts';
import { errorFault, timeoutFault } from './error-fault.ts';
import { interrupted } from './fault.ts';
import { formatLabel, labelHeader } from './label.ts';
import { readReply } from './reply.ts';

export interface ClientOptions extends Endpoint {
  /** The whole request's limit, body included. Node's fetch itself gives up after 300 s without a header. */
  readonly timeoutMs: number;
  /** What newer reasoning models call the limit on a reply's tokens. Default: `max_tokens`. */
  readonly tokenLimitName?: 'max_tokens' | 'max_completion_tokens';
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

/** The package falls back to a paid endpoint when the base URL is empty. */
function requireHttp(baseUrl: string): void {
  if (!/^https?:\/\/[^/]/.test(baseUrl) || !URL.canParse(baseUrl)) {
    throw inputError(
      'base-url-invalid',
      `The base URL must begin with http:// or https://, not: ${baseUrl || '(empty)'}`,
    );
  }
}

/** Every option that the package would otherwise read from an OPENAI_… variable is given. */
async function openSdk(options: ClientOptions): Promise<OpenAI> {
  const { default: Sdk } = await import('openai');
  return new Sdk({
    apiKey: options.apiKey || 'none',
    adminAPIKey: null,
    baseURL: options.baseUrl,
    organization: options.organization ?? null,
    project: options.project ?? null,
    webhookSecret: null,
    timeout: options.timeoutMs,
    maxRetries: 0,
    logLevel: 'off',
    fetch: (url, init) => fetch(url, { ...init, headers: ownHeaders(new Headers(init?.headers), options) }),
  });
}

/** Only these headers go out, as OPENAI_CUSTOM_HEADERS has no option that turns it off. */
function ownHeaders(sdkHeaders: Headers, options: ClientOptions): Headers {
  const headers = new Headers({
    accept: 'application/json',
    'content-type': 'application/json',
    'user-agent': 'winnow',
    [labelHeader]: sdkHeaders.get(labelHeader) ?? '',
  });
  if (options.apiKey) headers.set('authorization', `Bearer ${options.apiKey}`);
  if (options.organization) headers.set('openai-organization', options.organization);
  if (options.project) headers.set('openai-project', options.project);
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
  return headers;
}

async function ask(sdk: OpenAI, request: LlmRequest, options: ClientOptions): Promise<Outcome<LlmReply>> {
  const timer = new AbortController();
  const timeout = setTimeout(() => timer.abort(), options.timeoutMs);
  const signal = options.signal ? AbortSignal.any([timer.signal, options.signal]) : timer.signal;
  try {
    const headers = { [labelHeader]: formatLabel(request.label) };
    const body: unknown = await sdk.chat.completions.create(bodyOf(request, options), { headers, signal });
    return readReply(body, request, options);
  } catch (error) {
    if (options.signal?.aborted) return failed(interrupted());
    return failed(timer.signal.aborted ? timeoutFault(options, options.timeoutMs) : await errorFault(error, options));
  } finally {
    clearTimeout(timeout);
  }
}

function bodyOf(request: LlmRequest, options: ClientOptions): OpenAI.ChatCompletionCreateParamsNonStreaming {
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
