import { z } from 'zod';
import type { CurateConfig } from './config.ts';

const name = z.string().min(1);
const share = z.number().min(0).max(1);

/** What a file may leave out. */
type Given = { readonly [Key in keyof CurateConfig]?: CurateConfig[Key] | undefined };

/** The section `curate` of the configuration file. */
export const curateSchema: z.ZodType<CurateConfig, Given> = z.strictObject({
  near_duplicate: share
    .default(0.7)
    .describe(
      'Similarity (Jaccard, of token shingles) that makes two solutions, or two tasks by their statements, one.',
    ),
  against: z
    .array(name)
    .default([])
    .describe('JSONL files, whose rows must not come again: what is near to one of them is dropped.'),
  seen: name
    .nullable()
    .default(null)
    .describe(
      'A folder that remembers what runs kept: what an earlier one kept is not kept again. null: runs do not know each other.',
    ),
  decontaminate: z
    .boolean()
    .default(true)
    .describe('Whether rows that repeat a problem of a public benchmark are dropped.'),
  benchmarks: z
    .array(name)
    .default([])
    .describe('Indexes of benchmarks (`winnow contamination build`); empty: the bundled one.'),
});
