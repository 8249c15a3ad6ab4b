import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { RoundMark, Spending } from '../core/course.ts';
import type { KnownBenchmark } from '../core/curation.ts';
import { inputError } from '../core/error.ts';
import { readText } from '../input/read-text.ts';

/** What `report.json` of a run or a curation says about the whole, beside how varied it is. */
export interface DatasetReport {
  /** What rows were held against, so that no problem of it is in them. */
  readonly benchmarks: readonly KnownBenchmark[];
  /** The topics of all seeds. */
  readonly wanted_topics?: readonly string[] | undefined;
  /** How the run went. */
  readonly rounds?: readonly RoundMark[] | undefined;
  /** The draws that took most. */
  readonly spending?: { readonly slowest: readonly Spending[]; readonly costliest: readonly Spending[] } | undefined;
}

const round = z.object({
  round: z.number(),
  draws: z.number(),
  kept: z.number(),
  requests: z.number(),
  tokens: z.number(),
  cost_usd: z.number(),
  elapsed_ms: z.number(),
});

const spent = z.object({
  draw: z.string(),
  title: z.string().exactOptional(),
  requests: z.number(),
  prompt_tokens: z.number(),
  completion_tokens: z.number(),
  cost_usd: z.number(),
  model_ms: z.number(),
  judging_ms: z.number(),
  kept: z.number(),
});

const schema: z.ZodType<DatasetReport> = z.looseObject({
  benchmarks: z.array(z.object({ name: z.string(), problems: z.number() })),
  wanted_topics: z.array(z.string()).optional(),
  rounds: z.array(round).optional(),
  spending: z.object({ slowest: z.array(spent), costliest: z.array(spent) }).optional(),
});

/** The report of a folder; undefined where it has none. Throws an input error for one that cannot be read. */
export function readDatasetReport(folder: string): DatasetReport | undefined {
  const path = join(folder, 'report.json');
  if (!existsSync(path)) return undefined;
  try {
    return schema.parse(JSON.parse(readText(path, 'the report')));
  } catch (cause) {
    throw inputError('report-unreadable', `${path} is no report. Take it away, or make the folder again.`, cause);
  }
}
