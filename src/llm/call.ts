import { failed, type Outcome } from '../core/fault.ts';
import type { Endpoint } from './endpoint.ts';
import { errorFault, timeoutFault } from './error-fault.ts';
import { interrupted } from './fault.ts';

export interface CallOptions extends Endpoint {
  /** The whole call's limit, its body included. Node's fetch itself gives up after 300 s without a header. */
  readonly timeoutMs: number;
  /** Aborts what is in flight, as `interrupted`. */
  readonly signal?: AbortSignal | undefined;
}

/** Calls an endpoint within a time limit; what the `openai` package throws becomes a fault. */
export async function callEndpoint<T>(
  call: (signal: AbortSignal) => Promise<Outcome<T>>,
  options: CallOptions,
): Promise<Outcome<T>> {
  const timer = new AbortController();
  const timeout = setTimeout(() => timer.abort(), options.timeoutMs);
  const signal = options.signal ? AbortSignal.any([timer.signal, options.signal]) : timer.signal;
  try {
    return await call(signal);
  } catch (error) {
    if (options.signal?.aborted) return failed(interrupted());
    return failed(timer.signal.aborted ? timeoutFault(options, options.timeoutMs) : await errorFault(error, options));
  } finally {
    clearTimeout(timeout);
  }
}
