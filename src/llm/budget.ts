import { inputError } from '../core/error.ts';
import { failed } from '../core/fault.ts';
import type { Llm, LlmReply, LlmRequest } from '../core/ports.ts';
import { llmFault, mayBeBilled, type LlmFault } from './fault.ts';
import { Ledger, type Amount, type Limits } from './ledger.ts';
import { costUsd, type Prices } from './prices.ts';
import { promptTokensAtMost } from './tokens.ts';

export type BudgetOptions = OwnBudget | SharedBudget;

interface OwnBudget extends Costs {
  readonly limits: Limits;
  /** What earlier invocations of the same run spent. */
  readonly spent?: Amount;
  readonly ledger?: never;
}

interface SharedBudget extends Costs {
  /** Of several endpoints together. */
  readonly ledger: Ledger;
}

interface Costs {
  /** Required for a limit in dollars. */
  readonly prices?: Prices;
  /** What a reply may have when the request sets no `maxTokens`. Default 16,384. */
  readonly assumedMaxTokens?: number;
}

export interface BudgetedLlm extends Llm {
  /** Includes the highest possible cost of calls that may have been billed without a reply, such as timeouts. */
  spent(): Amount;
}

/**
 * Refuses a call that could pass a limit, as `budget-reached`. The limit is hard: a call's highest possible cost is set
 * aside while it is in flight, and a call that would fit once others have settled waits for them.
 * Throws `price-missing` for a limit in dollars without prices.
 */
export function withBudget(llm: Llm, options: BudgetOptions): BudgetedLlm {
  const { prices } = options;
  const ledger = options.ledger ?? new Ledger(options.limits, options.spent ?? nothing);
  const { limits } = ledger;
  if (limits.usd !== undefined && prices === undefined) throw priceMissing();
  const amountOf = (usage: LlmReply['usage']): Amount => {
    return { usd: costUsd(usage, prices), tokens: usage.promptTokens + usage.completionTokens };
  };
  return {
    spent: () => ledger.spent,
    async complete(request) {
      const highest = amountOf(highestUsage(request, options));
      if (!(await ledger.reserve(highest))) return failed(budgetReached(limits, ledger.spent));
      let cost = highest;
      try {
        const outcome = await llm.complete(request);
        cost = outcome.ok ? amountOf(outcome.value.usage) : mayBeBilled(outcome.fault) ? highest : nothing;
        return outcome;
      } finally {
        ledger.settle(highest, cost);
      }
    },
  };
}

const nothing: Amount = { usd: 0, tokens: 0 };

function highestUsage(request: LlmRequest, { assumedMaxTokens = 16_384 }: BudgetOptions) {
  return {
    promptTokens: promptTokensAtMost(request),
    completionTokens: request.maxTokens ?? assumedMaxTokens,
  };
}

function budgetReached(limits: Limits, spent: Amount): LlmFault {
  const parts = [
    limits.usd === undefined ? '' : `$${spent.usd.toFixed(4)} of $${limits.usd}`,
    limits.tokens === undefined ? '' : `${spent.tokens} of ${limits.tokens} tokens`,
  ].filter(Boolean);
  const next = 'Raise the budget and start the same command again to go on.';
  return llmFault(
    'budget-reached',
    `The budget is reached: ${parts.join(' and ')} are spent, and the next call could pass it. ${next}`,
  );
}

function priceMissing(): Error {
  return inputError(
    'price-missing',
    'A budget in dollars needs the prices of the model: set its input and output prices per million tokens.',
  );
}
