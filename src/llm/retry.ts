import { failed, type Fault, type Outcome } from '../core/fault.ts';
import type { Llm, LlmReply } from '../core/ports.ts';
import { retryAfterMsOf } from './fault.ts';
import { sleep, type Sleep } from './sleep.ts';

export interface RetryOptions {
  /** How often a request is sent at most, the first time included. Default 6. */
  readonly attempts?: number;
  /** The same for an endpoint that cannot be reached: a wrong address should show soon. Default 4. */
  readonly unreachableAttempts?: number;
  /** The first wait is drawn from zero to this, each next from twice as much. Default 500. */
  readonly baseMs?: number;
  /** No wait is longer, except what the endpoint asks for. Default 30,000. */
  readonly maxMs?: number;
  /** The longest wait that an endpoint may ask for. Default 120,000. */
  readonly maxRetryAfterMs?: number;
  /** Ends the waiting. */
  readonly signal?: AbortSignal | undefined;
  readonly random?: () => number;
  readonly sleep?: Sleep;
}

/**
 * Sends a request again after a retryable fault: exponential backoff with full jitter (Brooker, "Exponential Backoff
 * and Jitter", AWS Architecture Blog, 2015), and never before the time that the endpoint asked for.
 */
export function withRetry(llm: Llm, options: RetryOptions = {}): Llm {
  const wait = options.sleep ?? sleep;
  return {
    async complete(request) {
      for (let attempt = 1; ; attempt += 1) {
        const outcome = await llm.complete(request);
        if (outcome.ok || !outcome.fault.retryable) return outcome;
        if (attempt >= attemptsFor(outcome.fault, options)) return givenUp(outcome.fault, attempt);
        await wait(waitMs(outcome.fault, attempt, options), options.signal);
        if (options.signal?.aborted) return outcome;
      }
    },
  };
}

function attemptsFor({ code }: Fault, { attempts = 6, unreachableAttempts = 4 }: RetryOptions): number {
  return code === 'unreachable' ? Math.min(attempts, unreachableAttempts) : attempts;
}

function waitMs(fault: Fault, attempt: number, options: RetryOptions): number {
  const { baseMs = 500, maxMs = 30_000, maxRetryAfterMs = 120_000, random = Math.random } = options;
  const jitterMs = random() * Math.min(maxMs, baseMs * 2 ** (attempt - 1));
  // What is asked for comes on top of the jitter, so that all who were refused together do not return together.
  return Math.min(retryAfterMsOf(fault) ?? 0, maxRetryAfterMs) + jitterMs;
}

function givenUp(fault: Fault, attempts: number): Outcome<LlmReply> {
  return failed({ ...fault, message: `${fault.message} Gave up after ${attempts} attempts.` });
}
