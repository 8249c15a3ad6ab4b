import type { Llm, LlmRequest, ReplyCache } from '../core/ports.ts';
import { withBudget, type BudgetedLlm, type BudgetOptions } from './budget.ts';
import { withCache } from './cached.ts';
import { withConcurrency, type ConcurrencyOptions, type PacedLlm } from './concurrency.ts';
import { withJournal } from './journal.ts';
import { replyKey, type ModelName } from './key.ts';
import type { Meter } from './meter.ts';
import { withRetry, type RetryOptions } from './retry.ts';

export interface StackOptions extends ModelName {
  readonly cache: ReplyCache;
  readonly meter: Meter;
  readonly budget: BudgetOptions;
  readonly concurrency: Omit<ConcurrencyOptions, 'signal'>;
  readonly retry?: Omit<RetryOptions, 'signal'>;
  /** Makes the client ready to send; a request is noted as sent only after that. */
  readonly prepare?: () => Promise<void>;
  /** Whether a request, by its key, is on its way already and need not be sent. */
  readonly isUnderWay?: (key: string) => boolean;
  /** Interrupts: nothing that waits is sent any more. The client has its own. */
  readonly signal?: AbortSignal;
}

export interface StackedLlm extends Llm, Pick<BudgetedLlm, 'spent'>, Pick<PacedLlm, 'limit' | 'isWaiting'> {
  /** Whether the reply is stored already. */
  knows(request: LlmRequest): Promise<boolean>;
}

/**
 * Puts everything between a run and its client, from outside in: retry, concurrency, cache, budget, journal. A slot is
 * held until the reply is stored, so that a kill loses at most one reply a slot; waiting between attempts holds none;
 * stored replies cost nothing; and only what really goes out is noted as sent.
 */
export function stackLlm(client: Llm, options: StackOptions): StackedLlm {
  const { cache, meter, endpoint, model, extra, prepare, isUnderWay, signal } = options;
  const stored = { cache, meter, endpoint, model, ...(extra && { extra }) };
  const budgeted = withBudget(withJournal(client, { ...stored, prepare, isUnderWay }), options.budget);
  const paced = withConcurrency(withCache(budgeted, stored), { ...options.concurrency, signal });
  const retried = withRetry(paced, { ...options.retry, signal });
  return {
    complete: (request) => retried.complete(request),
    knows: async (request) => (await cache.get(replyKey(request, stored))) !== undefined,
    spent: () => budgeted.spent(),
    limit: () => paced.limit(),
    isWaiting: () => paced.isWaiting(),
  };
}
