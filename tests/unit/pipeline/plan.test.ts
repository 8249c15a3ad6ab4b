import { describe, expect, test } from 'vitest';
import { planRun } from '../../../src/pipeline/plan.ts';
import { configOf, seedOf } from '../support/examples.ts';

const seeds = ['a/one', 'a/two', 'b/one'].map((id) => seedOf({ id }));
const price = { input_per_million: 1, output_per_million: 10 };

describe('planRun', () => {
  test('counts what every draw can ask for', () => {
    const config = configOf({
      generate: {
        solutions: 4,
        blind_suites: 2,
        sighted_suites: 1,
        suite_repairs: 1,
        solution_repairs: 2,
        critique: ['tests'],
      },
      backtranslate: { per_task: 1, attempts: 2 },
    });
    expect(planRun(config, seeds)).toMatchObject({
      seeds: 3,
      topics: 2,
      draws: 3,
      requests: { task: 3, solve: 12, tests: 12, critique: 9, revise: 9, repair: 24, describe: 3, roundtrip: 6 },
      requests_at_most: 78,
      cost_usd: null,
    });
  });

  test('counts a description for each level and candidate, and the baseline once a sample', () => {
    const backtranslate = { per_task: 2, levels: ['one-line', 'textbook'], candidates: 3, attempts: 4, baseline: true };
    expect(planRun(configOf({ backtranslate }), seeds).requests).toMatchObject({
      describe: 36,
      roundtrip: 144,
      baseline: 24,
    });
    expect(planRun(configOf(), seeds).requests).not.toHaveProperty('baseline');
  });

  test('counts a step once that several chains share, and the task of a seed once', () => {
    const evolve = { operators: ['deepen', 'bound'], variants: 4, depth: 2 };
    const plan = planRun(configOf({ generate: { evolve } }), [seedOf()]);
    expect(plan).toMatchObject({ draws: 5, requests: { task: 1, evolve: 4, eliminate: 4 } });
    const without = planRun(configOf({ generate: { evolve: { ...evolve, eliminate: false } } }), [seedOf()]);
    expect(without.requests).not.toHaveProperty('eliminate');
  });

  test('prices each stage by the models that it asks', () => {
    const endpoints = [{ model: 'n', name: 'dear', price: { input_per_million: 0, output_per_million: 1000 } }];
    const priced = (routes: object) =>
      planRun(configOf({ endpoint: { model: 'm', price }, endpoints, routes, generate: { max_tokens: 1000 } }), seeds);
    const [plain, half, dear] = [{}, { task: { default: 1, dear: 1 } }, { task: { dear: 2 } }].map(
      (routes) => priced(routes).cost_usd?.at_most ?? 0,
    );
    // Three tasks of at most 1000 tokens each, at $1 instead of a cent.
    expect((dear ?? 0) - (plain ?? 0)).toBeCloseTo(3 - 3 * 0.01 - 3 * 0.0016, 6);
    expect((half ?? 0) - (plain ?? 0)).toBeCloseTo(((dear ?? 0) - (plain ?? 0)) / 2, 6);
    expect(priced({}).models).toEqual(['m', 'n']);
  });
});
