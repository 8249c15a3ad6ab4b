import type { LlmReply } from '../core/ports.ts';

/** What a model costs, in US dollars for a million tokens. */
export interface Prices {
  readonly inputPerMillion: number;
  readonly outputPerMillion: number;
}

/** What a reply cost, in US dollars; nothing where no price is known. */
export function costUsd({ promptTokens, completionTokens }: LlmReply['usage'], prices?: Prices): number {
  if (prices === undefined) return 0;
  return (promptTokens * prices.inputPerMillion + completionTokens * prices.outputPerMillion) / 1e6;
}
