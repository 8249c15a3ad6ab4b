import { z } from 'zod';
import { operators } from '../core/operator.ts';
import type { Seed } from '../core/seed.ts';

/** A file of `problem-seeds/seeds`: seeds of one topic. */
export interface SeedFile {
  readonly topic: string;
  readonly seeds: readonly Omit<Seed, 'topic'>[];
}

const seedId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/u, 'must be <topic>/<name> in lower case with dashes');

const common = {
  id: seedId,
  title: z.string().min(1),
  difficulty: z.enum(['easy', 'medium', 'hard']),
  tags: z.array(z.string().min(1)).default([]),
  text: z.string().min(1),
  licence: z.string().exactOptional(),
  evolve: z
    .array(z.array(z.enum(operators)).min(1))
    .min(1)
    .exactOptional(),
};

const seed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('concept'), ...common }),
  z.strictObject({ kind: z.literal('instruction'), ...common }),
  z.strictObject({ kind: z.literal('problem'), ...common }),
  z.strictObject({ kind: z.literal('lesson'), ...common }),
  z.strictObject({
    kind: z.literal('snippet'),
    ...common,
    code: z.string().min(1),
    language: z.enum(['ts', 'js']).default('ts'),
  }),
]);

/** The schema of a file of `problem-seeds/seeds`. */
export const seedFile: z.ZodType<SeedFile> = z.strictObject({
  topic: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'must be lower case with dashes'),
  seeds: z.array(seed).min(1),
});
