import type { Clock } from '../core/ports.ts';
import type { LlmFaultCode } from './fault.ts';

export interface BreakerOptions {
  /** Requests in a row that end in an outage, each tried as often as it may be, before the endpoint is left alone. Default 3. */
  readonly failures?: number;
  /** How long it is left alone before one request tries it again. Default 60,000. */
  readonly restMs?: number;
}

/** What says that an endpoint is of no use for now; the first few say so at once, whatever is asked. */
const outright: ReadonlySet<string> = new Set<LlmFaultCode>([
  'unauthorized',
  'model-not-found',
  'quota-exhausted',
  'unreachable',
  'no-batch-api',
]);
const passing: ReadonlySet<string> = new Set<LlmFaultCode>([
  'rate-limited',
  'server-error',
  'connection-lost',
  'timeout',
  'bad-response',
  'batch-unanswered',
]);

/** Whether a fault is the endpoint's, so that another one may do better. */
export function isOutage({ code }: { readonly code: string }): boolean {
  return outright.has(code) || passing.has(code);
}

/** A circuit breaker (Nygard, "Release It!", 2007): leaves an endpoint alone that fails again and again. */
export class Breaker {
  readonly #failures: number;
  readonly #restMs: number;
  readonly #clock: Clock;
  #inARow = 0;
  #restsUntil = 0;

  constructor(clock: Clock, { failures = 3, restMs = 60_000 }: BreakerOptions = {}) {
    this.#clock = clock;
    this.#failures = failures;
    this.#restMs = restMs;
  }

  /** Whether a request may be sent; while the endpoint rests only one is let through in each rest. */
  mayTry(): boolean {
    if (this.#inARow < this.#failures) return true;
    if (this.#clock.now() < this.#restsUntil) return false;
    this.#restsUntil = this.#clock.now() + this.#restMs;
    return true;
  }

  succeeded(): void {
    this.#inARow = 0;
  }

  /** Notes an outage; true when with it the endpoint begins to rest. */
  failed(fault: { readonly code: string }): boolean {
    const wasOpen = this.#inARow >= this.#failures;
    this.#inARow = outright.has(fault.code) ? this.#failures : this.#inARow + 1;
    if (this.#inARow < this.#failures) return false;
    this.#restsUntil = this.#clock.now() + this.#restMs;
    return !wasOpen;
  }
}
