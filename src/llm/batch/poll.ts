import { failed, ok, type Outcome } from '../../core/fault.ts';
import { interrupted, retryAfterMsOf } from '../fault.ts';
import type { Sleep } from '../sleep.ts';
import type { BatchApi, ServedBatch } from './api.ts';

export interface PollOptions {
  /** The wait after the first look, in milliseconds; later ones grow to four times as much. */
  readonly pollMs: number;
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
}

const growth = 1.5;
const mostGrowth = 4;
/** Looks that may fail one after the other: a batch of hours outlives a server's restart. */
const toleratedFaults = 8;
/** No server's wish holds a look up for longer. */
const longestWaitMs = 600_000;

const endings: readonly string[] = ['completed', 'failed', 'expired', 'cancelled'];

/** Looks at a batch until it has ended; undefined where the server no longer knows it. */
export async function waitForEnd(
  id: string,
  api: Pick<BatchApi, 'retrieve'>,
  { pollMs, sleep, signal }: PollOptions,
): Promise<Outcome<ServedBatch | undefined>> {
  let waitMs = pollMs;
  for (let faults = 0; ; waitMs = Math.min(waitMs * growth, pollMs * mostGrowth)) {
    const seen = await api.retrieve(id);
    if (seen.ok && (seen.value === undefined || endings.includes(seen.value.status))) return ok(seen.value);
    faults = seen.ok ? 0 : faults + 1;
    if (!seen.ok && (!seen.fault.retryable || faults > toleratedFaults)) return seen;
    const askedMs = seen.ok ? seen.value?.retryAfterMs : retryAfterMsOf(seen.fault);
    await sleep(Math.min(Math.max(waitMs, askedMs ?? 0), longestWaitMs), signal);
    if (signal.aborted) return failed(interrupted());
  }
}
