import { ok, type Outcome } from '../core/fault.ts';
import type { Llm, LlmReply, LlmRequest, ReplyCache } from '../core/ports.ts';
import { replyKey, type ModelName } from './key.ts';
import type { Meter } from './meter.ts';

export interface CacheOptions extends ModelName {
  readonly cache: ReplyCache;
  readonly meter: Meter;
}

/** Answers from the store, or asks and stores the reply before it is used. Identical requests in flight become one. */
export function withCache(llm: Llm, { cache, meter, ...name }: CacheOptions): Llm {
  const inFlight = new Map<string, Promise<Outcome<LlmReply>>>();

  const answer = async (key: string, request: LlmRequest): Promise<Outcome<LlmReply>> => {
    const stored = await cache.get(key);
    if (stored) {
      meter.stored += 1;
      return ok(stored);
    }
    const outcome = await llm.complete(request);
    if (outcome.ok) await cache.put(key, outcome.value);
    return outcome;
  };

  const join = async (flight: Promise<Outcome<LlmReply>>): Promise<Outcome<LlmReply>> => {
    const outcome = await flight;
    if (outcome.ok) meter.stored += 1;
    return outcome;
  };

  return {
    complete(request) {
      const key = replyKey(request, name);
      const flight = inFlight.get(key);
      if (flight) return join(flight);
      const opened = answer(key, request).finally(() => inFlight.delete(key));
      inFlight.set(key, opened);
      return opened;
    },
  };
}
