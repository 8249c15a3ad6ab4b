import { describeEndpoint, type Endpoint } from './endpoint.ts';
import { llmFault, type LlmFault } from './fault.ts';
import { retryAfterMs } from './retry-after.ts';

/** What an endpoint answered instead of a reply. */
export interface HttpError {
  readonly status: number;
  /** The endpoint's own code, such as `model_not_found`. */
  readonly code: string;
  /** The endpoint's own words, safe to print. */
  readonly said: string;
  readonly headers: Headers | undefined;
}

/** The fault behind an HTTP status of 400 or more. */
export function httpFault(error: HttpError, endpoint: Endpoint): LlmFault {
  const { status } = error;
  if (status === 401 || status === 403) return unauthorized(error, endpoint);
  if (status === 404) return notFound(error, endpoint);
  if (status === 402 || error.code === 'insufficient_quota') return quotaExhausted(error, endpoint);
  if (status === 429) return rateLimited(error, endpoint);
  if (status === 408) return llmFault('timeout', `${answered(error, endpoint)}. It is asked again.`);
  if (status >= 500 || status === 409 || status === 425) return serverError(error, endpoint);
  return llmFault('bad-request', `${answered(error, endpoint)}. Check the model's name, limits and parameters.`);
}

function unauthorized(error: HttpError, { apiKey, keySource, ...endpoint }: Endpoint): LlmFault {
  const next = apiKey
    ? `Check the key in ${keySource ?? 'the API key setting'}.`
    : `No key was sent: set ${keySource ?? 'the API key setting'}.`;
  return llmFault('unauthorized', `${answered(error, endpoint)}. ${next}`);
}

function notFound(error: HttpError, endpoint: Endpoint): LlmFault {
  if (error.code === 'not_recorded') return llmFault('not-recorded', error.said);
  const hint = `Check the model's name (${endpoint.model}) and the base URL, which usually ends in /v1.`;
  return llmFault('model-not-found', `${answered(error, endpoint)}. ${hint}`);
}

function quotaExhausted(error: HttpError, endpoint: Endpoint): LlmFault {
  const next = 'Add credit or raise the limit there, then start the same command again.';
  return llmFault('quota-exhausted', `${answered(error, endpoint)}. ${next}`);
}

function rateLimited(error: HttpError, endpoint: Endpoint): LlmFault {
  const next = 'It is asked again, more slowly.';
  return llmFault('rate-limited', `${answered(error, endpoint)}. ${next}`, retryAfterMs(error.headers));
}

function serverError(error: HttpError, endpoint: Endpoint): LlmFault {
  const next = 'It is asked again; if this goes on, look at the server.';
  return llmFault('server-error', `${answered(error, endpoint)}. ${next}`, retryAfterMs(error.headers));
}

function answered({ status, said }: HttpError, endpoint: Endpoint): string {
  return `${describeEndpoint(endpoint)} answered ${status}${said ? `: ${said.replace(/[.\s]+$/, '')}` : ''}`;
}
