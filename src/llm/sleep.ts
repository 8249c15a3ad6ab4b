import { setTimeout as delay } from 'node:timers/promises';

/** Resolves after a time; injected, so that tests need not wait. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/** Resolves after a time, or at once when the signal aborts. */
export const sleep: Sleep = (ms, signal) =>
  delay(ms, undefined, signal ? { signal } : {}).catch((error: unknown) => {
    if (!signal?.aborted) throw error;
  });
