import { describeEndpoint, type Endpoint, secretsOf } from './endpoint.ts';
import { llmFault, type LlmFault } from './fault.ts';
import { httpFault } from './http-fault.ts';
import { printable } from './printable.ts';

/** The fault behind what the `openai` package threw. Rethrows what is no fault of the endpoint: a bug of ours. */
export async function errorFault(error: unknown, endpoint: Endpoint): Promise<LlmFault> {
  const { APIConnectionError, APIConnectionTimeoutError, APIError } = await import('openai');
  if (error instanceof APIConnectionTimeoutError) return timeoutFault(endpoint);
  if (error instanceof APIConnectionError) return connectionFault(error, endpoint);
  if (error instanceof APIError && typeof error.status === 'number') {
    const said = printable(wordsOf(error), secretsOf(endpoint));
    return httpFault({ status: error.status, code: error.code ?? '', said, headers: error.headers }, endpoint);
  }
  if (isBrokenBody(error)) return brokenBodyFault(error, endpoint);
  throw error;
}

/** The fault of a request that took longer than its limit. */
export function timeoutFault(endpoint: Endpoint, timeoutMs?: number): LlmFault {
  const limit = timeoutMs === undefined ? 'in time' : `within ${timeoutMs / 1000} s`;
  const next = 'It is asked again, with fewer requests at a time; raise the timeout if the model is slow.';
  return llmFault('timeout', `${describeEndpoint(endpoint)} did not answer ${limit}. ${next}`);
}

function connectionFault(error: Error, endpoint: Endpoint): LlmFault {
  const cause = innermost(error);
  const where = describeEndpoint(endpoint);
  const why = printable([cause.code, cause.message].filter(Boolean).join(': '), secretsOf(endpoint));
  if (/^UND_ERR_(HEADERS|BODY)_TIMEOUT$/.test(cause.code)) return timeoutFault(endpoint);
  if (/^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/.test(cause.code)) {
    return llmFault(
      'connection-lost',
      `${where} closed the connection before it answered (${why}). It is asked again.`,
    );
  }
  return llmFault('unreachable', `${where} cannot be reached (${why}). Is the server running, and the base URL right?`);
}

function brokenBodyFault(error: Error, endpoint: Endpoint): LlmFault {
  const why = printable(error.message, secretsOf(endpoint));
  return llmFault('bad-response', `${describeEndpoint(endpoint)} sent a broken reply (${why}). It is asked again.`);
}

/** fetch reports a body that ends early as a TypeError that says `terminated`, and JSON.parse a SyntaxError. */
function isBrokenBody(error: unknown): error is Error {
  return error instanceof SyntaxError || (error instanceof TypeError && error.message === 'terminated');
}

function wordsOf(error: { readonly error?: unknown; readonly message: string }): string {
  const body = error.error;
  const hasMessage = typeof body === 'object' && body !== null && 'message' in body && typeof body.message === 'string';
  return hasMessage ? String(body.message) : error.message.replace(/^\d+ /, '');
}

function innermost(error: Error): { readonly code: string; readonly message: string } {
  let cause = error;
  for (let depth = 0; depth < 5 && cause.cause instanceof Error; depth += 1) cause = cause.cause;
  return { code: 'code' in cause ? String(cause.code) : '', message: cause.message };
}
