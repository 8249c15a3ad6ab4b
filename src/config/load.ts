import { dirname, resolve } from 'node:path';
import type { z } from 'zod';
import { inputError } from '../core/error.ts';
import { readYaml } from '../input/yaml.ts';
import { bundled } from './bundled.ts';
import type { Config, EndpointConfig } from './config.ts';
import { endpointsOf } from './credentials.ts';
import { isModule, readModule } from './module-file.ts';
import { configSchema, judgingSchema } from './schema.ts';

/** What flags of the command line change in a configuration. */
export interface Overrides {
  readonly seed?: number;
  readonly target?: number;
  readonly seeds?: string;
  readonly budgetUsd?: number;
  readonly profile?: Profile;
}

export type Profile = Config['verify']['profile'];

/**
 * Reads a configuration file (the bundled offline one by default) and lays the flags over it.
 * Paths in the file are relative to the file. Throws an input error with file and line for what does not fit.
 */
export function loadConfig(path: string | undefined, overrides: Overrides): Config {
  const file = path ?? bundled.config;
  return checkEndpoints(applyOverrides(resolvePaths(readConfig(file, configSchema), dirname(file)), overrides));
}

/** YAML (and so JSON), or a module whose default export it is. */
function readConfig(path: string, schema: z.ZodType<Config>): Config {
  if (isModule(path)) return readModule(path, schema);
  return readYaml({ path, what: 'the configuration', code: 'config-invalid', schema }).value;
}

/** What judging needs of a configuration file: one without an endpoint will do, since no model is asked. */
export function loadJudging(path: string): Pick<Config, 'verify' | 'seed' | 'guest'> {
  return resolvePaths(readConfig(path, judgingSchema), dirname(path));
}

/** What flags say of the model that is measured. */
export interface MeasuredModel {
  readonly model: string;
  readonly baseUrl?: string;
  readonly apiKeyEnv?: string;
  readonly maxConcurrency?: number;
  /** Dollars for a million tokens. */
  readonly priceIn?: number;
  readonly priceOut?: number;
  readonly budgetUsd?: number;
  readonly temperature?: number;
  readonly maxTokens?: number;
}

/** A configuration for measuring a model: flags over the file, where one is given. Throws an input error. */
export function loadMeasuring(path: string | undefined, flags: MeasuredModel): Config {
  const base = path === undefined ? judgingSchema.parse({}) : readConfig(path, judgingSchema);
  const config = resolvePaths(base, path === undefined ? '.' : dirname(path));
  const { endpoint, budget, generate } = config;
  return checkEndpoints({
    ...config,
    endpoint: {
      ...endpoint,
      kind: flags.baseUrl === undefined ? endpoint.kind : 'openai',
      model: flags.model,
      base_url: flags.baseUrl ?? endpoint.base_url,
      api_key_env: flags.apiKeyEnv ?? endpoint.api_key_env,
      max_concurrency: flags.maxConcurrency ?? endpoint.max_concurrency,
      price: priceOf(flags) ?? endpoint.price,
    },
    // One model is measured: no other may stand in for it.
    endpoints: [],
    routes: {},
    budget: { ...budget, usd: flags.budgetUsd ?? budget.usd },
    generate: {
      ...generate,
      temperature: flags.temperature ?? generate.temperature,
      max_tokens: flags.maxTokens ?? generate.max_tokens,
    },
  });
}

function priceOf({ priceIn, priceOut }: MeasuredModel): Config['endpoint']['price'] {
  if (priceIn === undefined && priceOut === undefined) return null;
  if (priceIn !== undefined && priceOut !== undefined) {
    return { input_per_million: priceIn, output_per_million: priceOut };
  }
  throw inputError('bad-usage', 'Give both --price-in and --price-out: dollars for a million tokens of each.');
}

function resolvePaths(config: Config, folder: string): Config {
  const folders = [...config.guest.folders.map((path) => resolve(folder, path)), resolve(folder), resolve('.')];
  return {
    ...config,
    endpoint: resolveEndpoint(config.endpoint, folder),
    endpoints: config.endpoints.map((endpoint) => resolveEndpoint(endpoint, folder)),
    seeds: resolveSeeds(config.seeds, folder),
    generate: { ...config.generate, principles: resolved(folder, config.generate.principles) },
    curate: resolveCurate(config.curate, folder),
    nightly: { ...config.nightly, prometheus: resolved(folder, config.nightly.prometheus) },
    prompts: resolved(folder, config.prompts),
    guest: { ...config.guest, folders: [...new Set(folders)] },
  };
}

function resolveEndpoint(endpoint: EndpointConfig, folder: string): EndpointConfig {
  const replies = endpoint.replies === null ? bundled.replies : resolve(folder, endpoint.replies);
  return { ...endpoint, replies, api_key_file: resolved(folder, endpoint.api_key_file) };
}

function resolveSeeds(seeds: Config['seeds'], folder: string): Config['seeds'] {
  const inFolder = (paths: readonly string[]): string[] => paths.map((path) => resolve(folder, path));
  return {
    ...seeds,
    path: resolved(folder, seeds.path),
    code: inFolder(seeds.code),
    textbooks: inFolder(seeds.textbooks),
    instructions: inFolder(seeds.instructions),
  };
}

function resolveCurate(curate: Config['curate'], folder: string): Config['curate'] {
  const inFolder = (paths: readonly string[]): string[] => paths.map((path) => resolve(folder, path));
  const { against, benchmarks, seen } = curate;
  return { ...curate, against: inFolder(against), benchmarks: inFolder(benchmarks), seen: resolved(folder, seen) };
}

function resolved(folder: string, path: string | null): string | null {
  return path === null ? null : resolve(folder, path);
}

function applyOverrides(config: Config, overrides: Overrides): Config {
  return {
    ...config,
    seed: overrides.seed ?? config.seed,
    target: overrides.target ?? config.target,
    seeds: { ...config.seeds, path: overrides.seeds === undefined ? config.seeds.path : resolve(overrides.seeds) },
    verify: { ...config.verify, profile: overrides.profile ?? config.verify.profile },
    budget: { ...config.budget, usd: overrides.budgetUsd ?? config.budget.usd },
  };
}

/** What the schema cannot see: endpoints have names of their own, routes name them, and a budget in dollars needs prices. */
function checkEndpoints(config: Config): Config {
  const endpoints = endpointsOf(config);
  const names = endpoints.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw inputError('config-invalid', `Two endpoints have the name ${twice}: give each a \`name\` of its own.`);
  }
  for (const [stage, weights] of Object.entries(config.routes)) {
    const unknown = Object.keys(weights).find((name) => !names.includes(name));
    if (unknown !== undefined) {
      throw inputError('config-invalid', `routes.${stage} names ${unknown}, but endpoints are: ${names.join(', ')}.`);
    }
    if (Object.values(weights).every((weight) => weight === 0)) {
      throw inputError('config-invalid', `routes.${stage} gives no endpoint a weight above 0.`);
    }
  }
  const unpriced = endpoints.find(({ price }) => price === null);
  if (config.budget.usd === null || unpriced === undefined) return config;
  throw inputError(
    'price-missing',
    `A budget in dollars needs the price of ${unpriced.model}: set endpoint.price.input_per_million and endpoint.price.output_per_million (for winnow bench: --price-in and --price-out).`,
  );
}
