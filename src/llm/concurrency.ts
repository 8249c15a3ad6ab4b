import PQueue from 'p-queue';
import { failed, type Outcome } from '../core/fault.ts';
import type { Llm, LlmReply } from '../core/ports.ts';
import { interrupted, isCongestion, retryAfterMsOf } from './fault.ts';
import { Pace, type Era, type PaceOptions } from './pace.ts';
import { sleep, type Sleep } from './sleep.ts';

export interface ConcurrencyOptions extends PaceOptions {
  /** The longest pause that an endpoint may ask for. Default 120,000. */
  readonly maxPauseMs?: number;
  /** Ends a pause; what still waits for a slot is then not sent. */
  readonly signal?: AbortSignal | undefined;
  readonly sleep?: Sleep;
}

export interface PacedLlm extends Llm {
  /** How many requests may be in flight now. */
  limit(): number;
  /** Whether requests wait for a slot. */
  isWaiting(): boolean;
}

/**
 * Bounds the requests in flight, adapts the bound to the endpoint, and pauses all of them when it asks to wait. What
 * was begun first is finished first: so a task is whole, and can be judged, while later ones are still being written.
 */
export function withConcurrency(llm: Llm, options: ConcurrencyOptions): PacedLlm {
  const pace = new Pace(options);
  const queue = new PQueue({ concurrency: pace.limit });
  const wait = options.sleep ?? sleep;
  const begun = new Map<string, number>();
  let pauses = 0;

  const turnOf = (name: string): number => {
    const turn = begun.get(name) ?? begun.size;
    begun.set(name, turn);
    return turn;
  };

  const pause = async (ms: number): Promise<void> => {
    pauses += 1;
    queue.pause();
    await wait(Math.min(ms, options.maxPauseMs ?? 120_000), options.signal);
    pauses -= 1;
    if (pauses === 0) queue.start();
  };

  const learn = (outcome: Outcome<LlmReply>, era: Era): void => {
    if (outcome.ok) pace.succeeded();
    else if (isCongestion(outcome.fault)) pace.congested(era);
    queue.concurrency = pace.limit;
    const pauseMs = outcome.ok ? undefined : retryAfterMsOf(outcome.fault);
    if (pauseMs !== undefined) void pause(pauseMs);
  };

  return {
    limit: () => pace.limit,
    isWaiting: () => queue.size > 0,
    complete: (request) =>
      queue.add(
        async () => {
          if (options.signal?.aborted) return failed(interrupted());
          const { era } = pace;
          const outcome = await llm.complete(request);
          learn(outcome, era);
          return outcome;
        },
        { priority: -turnOf(request.label.seed) },
      ),
  };
}
