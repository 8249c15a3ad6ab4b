import { join } from 'node:path';
import { z } from 'zod';
import { inputError } from '../../core/error.ts';
import type { StageName } from '../../core/accounting.ts';
import { openBytes } from '../../input/byte-source.ts';
import { parseLine, readLines } from '../../input/jsonl.ts';
import type { DecidedSolution } from './compare-decisions.ts';

const task = z.looseObject({ id: z.string(), entry_point: z.string() });
const sample = z.looseObject({
  id: z.string(),
  task,
  solution: z.string(),
  confidence: z.number().optional(),
});
const rejected = z.looseObject({
  stage: z.string(),
  reason: z.looseObject({ kind: z.string(), side: z.string().exactOptional() }),
  task: task.optional(),
  solution: z.string().optional(),
});

/** Stages whose rejected rows are about a description: the solution of such a row is another one than the sample's. */
const afterDeciding: ReadonlySet<string> = new Set<StageName>(['describe', 'roundtrip']);

/** What a run's files say was decided about each solution. Throws an input error for a row that is none of a run's. */
export async function readDecisions(dir: string, signal: AbortSignal): Promise<DecidedSolution[]> {
  const decided: DecidedSolution[] = [];
  for await (const { id, task, solution, confidence } of rowsOf(join(dir, 'samples.jsonl'), sample, signal)) {
    const state = { kept: true, sample: id, ...(confidence !== undefined && { confidence }) } as const;
    decided.push({ task: task.id, entryPoint: task.entry_point, code: solution, state });
  }
  for await (const { stage, reason, task, solution } of rowsOf(join(dir, 'rejected.jsonl'), rejected, signal)) {
    if (task === undefined || solution === undefined || afterDeciding.has(stage)) continue;
    decided.push({ task: task.id, entryPoint: task.entry_point, code: solution, state: { kept: false, reason } });
  }
  return decided;
}

async function* rowsOf<T>(path: string, schema: z.ZodType<T>, signal: AbortSignal): AsyncGenerator<T> {
  using source = await openBytes(path);
  for await (const line of readLines(source, signal)) {
    const parsed = parseLine(line);
    const row = parsed.ok ? schema.safeParse(parsed.value) : undefined;
    if (row?.success) yield row.data;
    else throw inputError('row-invalid', `${path}:${line.number}: ${parsed.ok ? 'no row of a run' : parsed.problem}`);
  }
}
