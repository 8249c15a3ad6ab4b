import type { Config } from '../config/config.ts';
import { endpointsOf } from '../config/credentials.ts';
import type { Draw } from '../core/draw.ts';
import type { RequestStage } from '../core/ports.ts';
import type { Seed } from '../core/seed.ts';
import { roundsFor } from './run.ts';

/** What a run would ask for, before anything is asked. */
export interface Plan {
  readonly seeds: number;
  readonly topics: number;
  readonly draws: number;
  readonly target: number | null;
  readonly models: readonly string[];
  /** Requests of each stage, at most: every draw is worked to its end, and everything that can be asked again is. */
  readonly requests: Readonly<Partial<Record<RequestStage, number>>>;
  readonly requests_at_most: number;
  /** `expected` for prompts and replies of usual length. */
  readonly tokens: { readonly expected: number; readonly at_most: number };
  /** Null where a model that is asked has no price. */
  readonly cost_usd: { readonly expected: number; readonly at_most: number } | null;
}

interface Usage {
  readonly prompt: number;
  readonly completion: number;
}

/** Tokens of a request as they mostly are: the prompts, and the recorded replies, by the o200k tokenizer. */
const usual: Readonly<Record<RequestStage, Usage>> = {
  screen: { prompt: 700, completion: 60 },
  task: { prompt: 400, completion: 440 },
  evolve: { prompt: 700, completion: 440 },
  eliminate: { prompt: 800, completion: 60 },
  critique: { prompt: 900, completion: 150 },
  revise: { prompt: 1100, completion: 450 },
  solve: { prompt: 450, completion: 360 },
  tests: { prompt: 650, completion: 670 },
  repair: { prompt: 1000, completion: 360 },
  describe: { prompt: 500, completion: 300 },
  roundtrip: { prompt: 400, completion: 320 },
  baseline: { prompt: 150, completion: 320 },
  bench: { prompt: 400, completion: 360 },
};

/** No prompt is longer, but for code and statements out of the ordinary. */
const longestPrompt = 4;

/** Counts what a configuration would ask for with these seeds. */
export function planRun(config: Config, seeds: readonly Seed[]): Plan {
  const draws = roundsFor(config, seeds).flat();
  const requests = requestsOf(config, draws);
  const each = Object.entries(requests) as [RequestStage, number][];
  const limit = config.generate.max_tokens;
  const expected = ([stage]: [RequestStage, number]): Usage => usual[stage];
  const most = ([stage]: [RequestStage, number]): Usage => ({
    prompt: usual[stage].prompt * longestPrompt,
    completion: limit,
  });
  const sum = (amount: (entry: [RequestStage, number]) => number): number =>
    each.reduce((total, entry) => total + entry[1] * amount(entry), 0);
  const tokens = (usage: Usage): number => usage.prompt + usage.completion;
  const isPriced = endpointsOf(config).every(({ price }) => price !== null);
  const cost = (usageOf: typeof most): number => sum((entry) => costUsd(config, entry[0], usageOf(entry)));
  return {
    seeds: seeds.length,
    topics: new Set(seeds.map(({ topic }) => topic)).size,
    draws: draws.length,
    target: config.target,
    models: endpointsOf(config).map(({ model }) => model),
    requests,
    requests_at_most: sum(() => 1),
    tokens: { expected: sum((entry) => tokens(expected(entry))), at_most: sum((entry) => tokens(most(entry))) },
    cost_usd: isPriced ? { expected: cost(expected), at_most: cost(most) } : null,
  };
}

function requestsOf(config: Config, draws: readonly Draw[]): Partial<Record<RequestStage, number>> {
  const { generate, backtranslate } = config;
  const { solutions, blind_suites, sighted_suites, suite_repairs, critique } = generate;
  const suites = blind_suites + sighted_suites;
  const count = draws.length;
  const descriptions = backtranslate.per_task * new Set(backtranslate.levels).size * backtranslate.candidates;
  // Chains that begin alike share what they begin with.
  const steps = new Set(draws.flatMap((draw) => prefixesOf(draw))).size;
  const reviewed =
    (critique.includes('task') ? 1 : 0) +
    (critique.includes('solution') ? solutions : 0) +
    (critique.includes('tests') ? suites : 0);
  const requests: Record<string, number> = {
    screen: config.seeds.screen
      ? new Set(draws.flatMap(({ seed }) => (seed.path === undefined ? [] : [seed.id]))).size
      : 0,
    task: new Set(draws.map(({ seed }) => seed.id)).size,
    evolve: steps,
    eliminate: generate.evolve.eliminate ? steps : 0,
    critique: count * reviewed,
    revise: count * reviewed,
    solve: count * (solutions + generate.extra_solutions),
    tests: count * (suites + suite_repairs),
    repair: count * solutions * generate.solution_repairs,
    describe: count * descriptions,
    roundtrip: count * descriptions * backtranslate.attempts,
    baseline: backtranslate.baseline ? count * backtranslate.per_task * backtranslate.attempts : 0,
  };
  return Object.fromEntries(Object.entries(requests).filter(([, times]) => times > 0));
}

function prefixesOf({ seed, operators }: Draw): string[] {
  return operators.map((_, place) => [seed.id, ...operators.slice(0, place + 1)].join('+'));
}

/** The mean over the endpoints that a stage's requests go to. */
function costUsd(config: Config, stage: RequestStage, { prompt, completion }: Usage): number {
  const weights = config.routes[stage] ?? { [config.endpoint.name]: 1 };
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  return endpointsOf(config).reduce((sum, { name, price }) => {
    const cost = prompt * (price?.input_per_million ?? 0) + completion * (price?.output_per_million ?? 0);
    return sum + ((weights[name] ?? 0) / total) * (cost / 1e6);
  }, 0);
}
