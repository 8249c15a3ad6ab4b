import { z } from 'zod';
import { operators } from '../core/operator.ts';
import { requestStages } from '../core/ports.ts';
import { critiqued, focuses, styles } from '../core/writing.ts';
import { backtranslateSchema } from './backtranslate-schema.ts';
import { nightlySchema } from './nightly-schema.ts';
import { exportContainers, exportFormats, type Config } from './config.ts';
import { curateSchema } from './curate-schema.ts';

const count = z.int().min(1);
const share = z.number().min(0).max(1);
const name = z.string().min(1);

const price = z.strictObject({ input_per_million: z.number().min(0), output_per_million: z.number().min(0) });

const batch = z.strictObject({
  size: count.max(50_000).default(1000).describe('Requests in a batch, at most, and in flight.'),
  linger_ms: count.default(2000).describe('Without a new request for so long, a batch goes out as it is.'),
  poll_ms: count
    .default(15_000)
    .describe('Time between two looks at a batch, at first; it grows to four times as much.'),
});

const endpoint = z.strictObject({
  kind: z
    .enum(['openai', 'offline', 'synthetic'])
    .default('openai')
    .describe(
      '`openai`: any OpenAI-compatible server. `offline`: the recorded model, started and stopped by the run. `synthetic`: the same with made-up tasks without end.',
    ),
  name: name.default('default').describe('Names the endpoint in stored replies: a moved server keeps them.'),
  base_url: z
    .url({ protocol: /^https?$/u })
    .default('http://127.0.0.1:8000/v1')
    .describe('Where the server answers; not used by `offline`.'),
  model: name.describe('The model to ask for.'),
  api_key_env: name.nullable().default(null).describe('The environment variable that holds the key; null: no key.'),
  api_key_file: name
    .nullable()
    .default(null)
    .describe('A file that holds the key, readable by its owner alone; null: none.'),
  headers: z
    .record(name, z.union([z.string(), z.strictObject({ env: name })]))
    .default({})
    .describe('Further headers; a value, or `{env: NAME}` for one that the environment holds.'),
  proxy: z
    .url({ protocol: /^https?$/u })
    .nullable()
    .default(null)
    .describe('An HTTP proxy to reach the server through; null: none.'),
  replies: name
    .nullable()
    .default(null)
    .describe('For `offline`: the folder of recorded replies; null: the bundled ones.'),
  reply_format: z
    .enum(['auto', 'json_schema', 'json_object', 'off'])
    .default('auto')
    .describe(
      'How replies in JSON are held to their shape, which are read tolerantly all the same; `auto`: found out once, and remembered in the store (in batches: `off`).',
    ),
  token_limit_name: z
    .enum(['max_tokens', 'max_completion_tokens'])
    .default('max_tokens')
    .describe('What the server calls the limit of a reply; newer reasoning models take the second.'),
  extra: z
    .record(name, z.unknown())
    .default({})
    .describe(
      'Further members of every request, such as `{reasoning_effort: low}`; a null takes one out: `{temperature: null}`.',
    ),
  max_concurrency: count.default(16).describe('Requests in flight at most; halved when the server asks for less.'),
  timeout_ms: count.default(120_000).describe('Limit of one request, its reply included.'),
  attempts: count.default(5).describe('Tries of a request that meets a passing fault.'),
  transport: z
    .enum(['chat', 'batch'])
    .default('chat')
    .describe("`chat`: each request on its own. `batch`: OpenAI's Batch API, cheaper there and answered within a day."),
  batch: batch.prefault({}),
  price: price.nullable().default(null).describe('US dollars for a million tokens; needed for a budget in dollars.'),
});

const seeds = z.strictObject({
  path: name
    .nullable()
    .default(null)
    .describe('A folder of seed files; null: the bundled seeds, where no other source is named. Flag: --seeds.'),
  code: z
    .array(name)
    .default([])
    .describe('Folders, git repositories and JSONL files of real code, whose functions and classes become seeds.'),
  textbooks: z.array(name).default([]).describe('Folders of Markdown, whose sections become seeds.'),
  instructions: z
    .array(name)
    .default([])
    .describe('JSONL files of instructions or problems, each of which becomes a seed.'),
  screen: z
    .boolean()
    .default(true)
    .describe('Whether the model is asked first if a piece of real code is educational.'),
  tags: z.array(z.string()).default([]).describe('Draw only seeds with all of these tags.'),
  topics: z.array(z.string()).default([]).describe('Draw only seeds of these topics; empty: all.'),
  once: z
    .enum(['run', 'store'])
    .default('run')
    .describe(
      'Within what a seed is never drawn twice with the same operators: this `run`, or all runs of its `store`; what an earlier one drew is then left out.',
    ),
  steer: z
    .boolean()
    .default(false)
    .describe(
      'Whether each round draws first what the rounds before gave least of: starved topics, then difficulties.',
    ),
  round_size: count.default(16).describe('Seeds that a round draws; the target is looked at between rounds.'),
  takes: count
    .default(1)
    .describe('Times that each seed is drawn, with the same operators: the model makes another task of it each time.'),
  first_take: z
    .int()
    .min(0)
    .default(0)
    .describe('Number of the first of these: what runs of other numbers ask for is not asked for again.'),
});

const evolve = z.strictObject({
  operators: z
    .array(z.enum(operators))
    .min(1)
    .default([...operators])
    .describe('Operators of Evol-Instruct that tasks are evolved by.'),
  variants: z.int().min(0).default(0).describe('Evolved tasks for each seed, each by another chain; 0: none.'),
  depth: count.max(4).default(1).describe('Operators in a chain at most, each applied to what the one before made.'),
  eliminate: z.boolean().default(true).describe('Whether the model is asked if an evolved task is of any use.'),
});

const generate = z.strictObject({
  solutions: count.default(5).describe('Solutions sampled for each task.'),
  blind_suites: count.default(1).describe('Suites for each task, written without sight of any solution.'),
  sighted_suites: z.int().min(0).default(1).describe('Suites for each task, written with a solution in sight.'),
  suite_repairs: z
    .int()
    .min(0)
    .default(0)
    .describe('Times a suite whose mutants survive is handed back to the model; 0: never.'),
  solution_repairs: z
    .int()
    .min(0)
    .max(9)
    .default(0)
    .describe('Times a refuted solution is handed back to the model with its counterexample; 0: never.'),
  temperature: z.number().min(0).max(2).default(0.8).describe('Sampling temperature of every request.'),
  solution_temperatures: z
    .array(z.number().min(0).max(2))
    .default([])
    .describe('Temperatures that the solutions of a task take in turn; empty: `temperature` for all.'),
  max_tokens: count.default(4096).describe('Limit of one reply.'),
  algorithms: count
    .default(1)
    .describe('Different algorithms among the kept solutions of a task, at least, as far as `extra_solutions` allow.'),
  extra_solutions: z
    .int()
    .min(0)
    .default(0)
    .describe('Further solutions of a task, asked for one by one where `algorithms` are not reached.'),
  styles: z
    .array(z.enum(styles))
    .default([])
    .describe('Styles that the solutions of a task are asked for in turn; empty: none is named.'),
  suite_focus: z
    .array(z.enum(focuses))
    .min(1)
    .default(['whole'])
    .describe('What the blind suites of a task are about, in turn.'),
  evolve: evolve.prefault({}),
  critique: z
    .array(z.enum(critiqued))
    .default([])
    .describe('What the model criticises by the principles, and revises; empty: nothing.'),
  principles: name
    .nullable()
    .default(null)
    .describe('A YAML file of principles for `critique`; null: the bundled ones.'),
});

const verify = z.strictObject({
  types: z.enum(['strict', 'off']).default('strict').describe('Whether candidates must pass a strict type check.'),
  repeat: count.max(10).default(2).describe('Times an accepted candidate runs, each with another seed.'),
  timeout_ms: count.default(3000).describe('CPU time for one run of one candidate.'),
  memory_mb: count.min(16).default(128).describe('Memory for one run of one candidate.'),
  concurrency: count.nullable().default(null).describe('Sandbox workers; null: one for each core.'),
  profile: z
    .enum(['strict', 'balanced', 'lenient'])
    .default('balanced')
    .describe('How sure a kept row must be: `strict` keeps less and is wrong less often. Flag: --profile.'),
  confidence: share
    .nullable()
    .default(null)
    .describe('Least confidence of a kept row; null: as the profile says (see docs/keep.md).'),
  mutation_score: share
    .nullable()
    .default(null)
    .describe('Least share of mutants that the tests of a kept row kill; null: as the profile says.'),
  mutants: z.int().min(0).default(30).describe('Mutants tried for a row, at most; 0: none are.'),
  inputs: z.int().min(0).default(120).describe('Generated inputs on which solutions are compared; 0: none are.'),
  minimal_suites: z
    .boolean()
    .default(true)
    .describe(
      'Whether each kept row gets the fewest tests that kill as much as all; costs about a second of a core a row.',
    ),
});

const guest = z.strictObject({
  packages: z
    .array(name)
    .default([])
    .describe('Packages of pure JavaScript that candidates may import, such as `lodash` or `lodash/fp`.'),
  folders: z
    .array(name)
    .default([])
    .describe('Whose `node_modules` have them; then those of this file and of where the command runs are searched.'),
});

const shareOf = (split: string, part: number) => share.default(part).describe(`Share of tasks in the ${split} split.`);

const splits = z
  .strictObject({
    train: shareOf('train', 0.9),
    validation: shareOf('validation', 0.05),
    test: shareOf('test', 0.05),
  })
  .refine(({ train, validation, test }) => Math.abs(train + validation + test - 1) < 1e-9, 'splits must add up to 1');

const exported = z.strictObject({
  formats: z
    .array(z.enum(exportFormats))
    .default(['openai'])
    .describe('Formats of the dataset folder, each in a folder of its own.'),
  container: z.enum(exportContainers).default('jsonl').describe('Files of the data.'),
  reasoning: z
    .boolean()
    .default(false)
    .describe("Whether the model's reasoning stands before a solution, where it is known, as `<think>…</think>`."),
  shard_mb: count.default(500).describe('Size of a data file, as JSON lines, at most, give or take a row.'),
  licence: name.default('other').describe('For the dataset card: an SPDX identifier in lower case, or `other`.'),
  splits: splits.prefault({}),
});

const budget = z.strictObject({
  usd: z.number().min(0).nullable().default(null).describe('Stop before spending more dollars. Flag: --budget-usd.'),
  tokens: count.nullable().default(null).describe('Stop before using more tokens.'),
});

const routes = z
  .partialRecord(z.enum(requestStages), z.record(name, z.number().min(0)))
  .default({})
  .describe(
    'For a stage, the endpoints that are asked, by name, each with its weight, such as `solve: {default: 3, teacher: 1}`; a stage that is not named asks `endpoint`.',
  );

const shape = z.strictObject({
  seed: z
    .int()
    .min(0)
    .max(0x7fff_ffff)
    .default(1)
    .describe('Decides drawing and the seeds of every property. Flag: --seed.'),
  target: count
    .nullable()
    .default(null)
    .describe('Stop at so many kept samples; null: use every seed. Flag: --target.'),
  endpoint,
  endpoints: z.array(endpoint).default([]).describe('Further endpoints, for `routes`, and to stand in for each other.'),
  routes,
  seeds: seeds.prefault({}),
  generate: generate.prefault({}),
  verify: verify.prefault({}),
  guest: guest.prefault({}),
  curate: curateSchema.prefault({}),
  backtranslate: backtranslateSchema.prefault({}),
  export: exported.prefault({}),
  budget: budget.prefault({}),
  nightly: nightlySchema.prefault({}),
  prompts: name
    .nullable()
    .default(null)
    .describe('A folder of prompts that take the place of those of the same name (see `winnow prompts`).'),
});

/** The schema of the configuration file; every default and every description of a key stands here. */
export const configSchema: z.ZodType<Config> = shape;

/** A configuration of which only the judging is used: it need not name a model. */
export const judgingSchema: z.ZodType<Config> = shape.extend({
  endpoint: endpoint.extend({ model: name.default('none') }).prefault({}),
});
