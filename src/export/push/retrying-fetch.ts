import { setTimeout as sleep } from 'node:timers/promises';

export interface RetryingFetchOptions {
  /** How often a request is sent at most. */
  readonly attempts: number;
  /** The first wait; each next is twice as long. */
  readonly baseMs: number;
  readonly signal: AbortSignal;
  readonly onRetry: (why: string) => void;
}

/** The longest wait, whatever a server asks for. */
const maxWaitMs = 60_000;

/** A `fetch` that sends a request again after a passing fault: no connection, 408, 429, or a server's own failure. */
export function retryingFetch(options: RetryingFetchOptions): typeof fetch {
  const { attempts, baseMs, signal, onRetry } = options;
  return async (input, init) => {
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await tried(input, init, signal);
      const isLast = attempt >= attempts || signal.aborted || !isRepeatable(init);
      const why = problemOf(outcome);
      if (why === undefined || isLast) return settled(outcome);
      onRetry(`${why}; trying again.`);
      await sleep(waitMs(outcome, baseMs * 2 ** (attempt - 1)), undefined, { signal });
    }
  };
}

type Outcome = { readonly response: Response } | { readonly error: unknown };

async function tried(
  input: Parameters<typeof fetch>[0],
  init: RequestInit | undefined,
  signal: AbortSignal,
): Promise<Outcome> {
  const signals = init?.signal ? [signal, init.signal] : [signal];
  try {
    return { response: await fetch(input, { ...init, signal: AbortSignal.any(signals) }) };
  } catch (error) {
    return { error };
  }
}

function settled(outcome: Outcome): Response {
  if ('error' in outcome) throw outcome.error;
  return outcome.response;
}

/** What went wrong in a way that may pass; undefined where nothing did, or it will not. */
function problemOf(outcome: Outcome): string | undefined {
  if ('error' in outcome) return isAbort(outcome.error) ? undefined : 'The hub could not be reached';
  const { status } = outcome.response;
  return status === 408 || status === 429 || status >= 500 ? `The hub answered ${status}` : undefined;
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** A stream can be sent but once. */
function isRepeatable(init: RequestInit | undefined): boolean {
  return !(init?.body instanceof ReadableStream);
}

function waitMs(outcome: Outcome, backoffMs: number): number {
  const asked = 'response' in outcome ? Number(outcome.response.headers.get('retry-after') ?? 0) * 1000 : 0;
  return Math.min(Math.max(Number.isNaN(asked) ? 0 : asked, backoffMs), maxWaitMs);
}
