import type { Config } from '../../config/config.ts';
import type { Seed } from '../../core/seed.ts';

/** What a run would ask for at most, before anything is asked. */
export function renderPlan(config: Config, seeds: readonly Seed[], json: boolean): string {
  const { generate, backtranslate, endpoint } = config;
  const perSeed = 1 + generate.solutions + generate.blind_suites + generate.sighted_suites + generate.suite_repairs;
  const perDescription = 1 + backtranslate.attempts;
  const requests = seeds.length * (perSeed + backtranslate.per_task * perDescription);
  const topics = new Set(seeds.map(({ topic }) => topic)).size;
  const plan = {
    seeds: seeds.length,
    topics,
    target: config.target,
    model: endpoint.model,
    requests_at_most: requests,
  };
  if (json) return `${JSON.stringify(plan)}\n`;
  return `Nothing was asked for (--dry-run). This run would draw up to ${seeds.length} seeds of ${topics} topics${
    config.target === null ? '' : ` until ${config.target} samples are kept`
  }\nand send at most ${requests} requests to ${endpoint.model} (${endpoint.kind === 'offline' ? 'the recorded model on this machine' : endpoint.base_url}).\n`;
}
