import { z } from 'zod';
import type { NightlyConfig } from './config.ts';

type GivenGates = { readonly [Gate in keyof NightlyConfig['gates']]?: number | undefined };

/** What a file may leave out. */
type Given = { readonly [Key in keyof Omit<NightlyConfig, 'gates'>]?: NightlyConfig[Key] | undefined } & {
  readonly gates?: GivenGates | undefined;
};

const share = z.number().min(0).max(1);
const times = z.number().min(1);
const name = z.string().min(1);

const gates: z.ZodType<NightlyConfig['gates'], GivenGates> = z.strictObject({
  min_kept: z.int().min(0).default(1).describe('A night that keeps fewer rows fails.'),
  min_pass_rate: share
    .default(0.05)
    .describe('A night of which fewer solutions are accepted fails: something is broken.'),
  yield_drop: share
    .default(0.6)
    .describe('Greatest fall of kept rows for each draw, below the median of up to seven nights before.'),
  pass_rate_drop: share.default(0.4).describe('The same for the share of solutions that are accepted.'),
  diversity_drop: share.default(0.3).describe('The same for the diversity score: a model that repeats itself.'),
  cost_rise: times.default(3).describe('Greatest rise of the dollars for a kept row, in times that median.'),
  latency_rise: times.default(5).describe('The same for the mean time of a request.'),
});

/** The section `nightly` of the configuration file. */
export const nightlySchema: z.ZodType<NightlyConfig, Given> = z.strictObject({
  gates: gates.prefault({}),
  webhook_env: name
    .nullable()
    .default(null)
    .describe('The environment variable with an address that is told of the end of a night, by POST; null: none.'),
  command: z
    .array(name)
    .default([])
    .describe(
      'A program and its arguments that run at the end of a night, with WINNOW_NIGHT, WINNOW_STATE, WINNOW_REPORT and WINNOW_DATASET set; empty: none.',
    ),
  prometheus: name.nullable().default(null).describe('A file for the textfile collector of Prometheus; null: none.'),
});
