import type { Llm } from '../core/ports.ts';
import type { CacheOptions } from './cached.ts';
import { replyKey } from './key.ts';

export interface JournalOptions extends CacheOptions {
  /** Runs before a request is noted, so that little time lies between the note and the sending. */
  readonly prepare?: (() => Promise<void>) | undefined;
  /** Whether a request is on its way already, such as in a batch that an earlier process sent: it is not noted again. */
  readonly isUnderWay?: ((key: string) => boolean) | undefined;
}

/**
 * Notes every request before it goes out, so that one that a killed process had in flight is known as repeated.
 * Stands next to the client: a request that waits in a queue, or that the budget refuses, was never sent.
 */
export function withJournal(llm: Llm, { cache, meter, prepare, isUnderWay, ...name }: JournalOptions): Llm {
  const begun = new Set<string>();

  const note = async (key: string): Promise<void> => {
    meter.retried += begun.has(key) ? 1 : 0;
    begun.add(key);
    const { repeated } = await cache.begin(key);
    meter.sent += 1;
    meter.repeated += repeated ? 1 : 0;
  };

  return {
    async complete(request) {
      const key = replyKey(request, name);
      await prepare?.();
      if (!isUnderWay?.(key)) await note(key);
      const outcome = await llm.complete(request);
      if (!outcome.ok) await cache.withdraw(key);
      if (outcome.ok) {
        meter.promptTokens += outcome.value.usage.promptTokens;
        meter.completionTokens += outcome.value.usage.completionTokens;
      }
      return outcome;
    },
  };
}
