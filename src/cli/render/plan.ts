import type { Plan } from '../../pipeline/plan.ts';
import { renderPairs } from './pairs.ts';

/** What a run would ask for, for people or as one JSON value. */
export function renderPlan(plan: Plan, json: boolean): string {
  if (json) return `${JSON.stringify(plan)}\n`;
  const { seeds, topics, draws, target, models, requests, requests_at_most, tokens, cost_usd } = plan;
  const until = target === null ? '' : `, until ${target} samples are kept`;
  const rows: readonly (readonly [string, string])[] = [
    ['draws', `${draws} at most, of ${seeds} seeds of ${topics} topics${until}`],
    ['requests', `${requests_at_most} at most, to ${models.join(', ')}`],
    ...Object.entries(requests).map(([stage, times]) => [`  ${stage}`, String(times)] as const),
    ['tokens', `about ${thousands(tokens.expected)}, at most ${thousands(tokens.at_most)}`],
    [
      'cost',
      cost_usd === null
        ? 'no price is configured'
        : `about ${usd(cost_usd.expected)}, at most ${usd(cost_usd.at_most)}`,
    ],
  ];
  return `Nothing was asked for (--dry-run). This run would take:\n${renderPairs(rows)}`;
}

function usd(amount: number): string {
  return `$${amount.toFixed(2)}`;
}

function thousands(count: number): string {
  return count.toLocaleString('en-US');
}
