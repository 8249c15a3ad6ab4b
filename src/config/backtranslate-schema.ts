import { z } from 'zod';
import { levels } from '../core/level.ts';
import type { BacktranslateConfig } from './config.ts';

/** What a file may leave out. */
type Given = { readonly [Key in keyof BacktranslateConfig]?: BacktranslateConfig[Key] | undefined };

/** The section `backtranslate` of the configuration file. */
export const backtranslateSchema: z.ZodType<BacktranslateConfig, Given> = z.strictObject({
  per_task: z.int().min(0).default(1).describe('Kept samples of a task that are described.'),
  levels: z
    .array(z.enum(levels))
    .min(1)
    .default(['statement'])
    .describe('How much the descriptions of a sample say: one of each level that is named.'),
  candidates: z
    .int()
    .min(1)
    .max(99)
    .default(1)
    .describe('Descriptions of a level asked for, of which the best is kept.'),
  attempts: z
    .int()
    .min(1)
    .max(99)
    .default(2)
    .describe('Fresh solutions tried from one description; all of them only where `baseline` or `candidates` compare.'),
  baseline: z
    .boolean()
    .nullable()
    .default(null)
    .describe(
      'Whether as many solutions are tried from the name and signature alone, which a description must beat; null: not in `winnow run`, but in `winnow backtranslate`.',
    ),
  min_lift: z
    .number()
    .min(0)
    .max(1)
    .default(0)
    .describe(
      'With `baseline`: a description is kept whose share of solutions that pass is greater by more than this.',
    ),
});
