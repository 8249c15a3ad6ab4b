import { z } from 'zod';
import type { Incoherence } from '../../core/curation.ts';
import { incoherences } from './incoherences.ts';

const sample = z.looseObject({
  task: z.looseObject({ statement: z.string(), signature: z.string(), entry_point: z.string().min(1) }),
  solution: z.string(),
  tests: z.string().optional(),
});

/** What does not fit together in a row; nothing is known of one that is no sample of Winnow's. */
export function rowIncoherences(row: unknown): Incoherence[] {
  const { data } = sample.safeParse(row);
  if (!data) return [];
  const { statement, signature, entry_point: entryPoint } = data.task;
  const { solution, tests } = data;
  return incoherences({ statement, signature, entryPoint, solution, ...(tests !== undefined && { tests }) });
}
