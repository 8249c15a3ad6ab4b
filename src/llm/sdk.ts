import type OpenAI from 'openai';
import { inputError } from '../core/error.ts';
import type { Endpoint } from './endpoint.ts';
import { labelHeader } from './label.ts';
import { openFetch } from './open-fetch.ts';

export interface SdkOptions extends Endpoint {
  readonly timeoutMs: number;
}

/**
 * Throws `base-url-invalid`: the package falls back to a paid endpoint when the base URL is empty, and says a password
 * in it aloud.
 */
export function requireHttp(baseUrl: string): void {
  if (!/^https?:\/\/[^/]/.test(baseUrl) || !URL.canParse(baseUrl)) {
    throw inputError(
      'base-url-invalid',
      `The base URL must begin with http:// or https://, not: ${baseUrl || '(empty)'}`,
    );
  }
  const { username, password } = new URL(baseUrl);
  if (username === '' && password === '') return;
  throw inputError(
    'base-url-invalid',
    'The base URL must hold no name and password. Take them out, and let a header carry them: headers: { authorization: { env: NAME } }',
  );
}

/** Loads the `openai` package. Every option that it would otherwise read from an OPENAI_… variable is given. */
export async function openSdk(options: SdkOptions): Promise<OpenAI> {
  const { default: Sdk } = await import('openai');
  const send = await openFetch(options);
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
    fetch: (url, init) => send(url, { ...init, headers: ownHeaders(init, options) }),
  });
}

/** Only these headers go out, as OPENAI_CUSTOM_HEADERS has no option that turns it off. */
function ownHeaders(init: RequestInit | undefined, options: SdkOptions): Headers {
  const headers = new Headers({ accept: 'application/json', 'user-agent': 'winnow' });
  // A form brings its own type, with the boundary between its parts.
  if (typeof init?.body === 'string') headers.set('content-type', 'application/json');
  const label = new Headers(init?.headers).get(labelHeader);
  if (label !== null) headers.set(labelHeader, label);
  if (options.apiKey) headers.set('authorization', `Bearer ${options.apiKey}`);
  if (options.organization) headers.set('openai-organization', options.organization);
  if (options.project) headers.set('openai-project', options.project);
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
  return headers;
}
