import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { inputError } from '../../core/error.ts';
import type { PairRow, RejectedRow, SampleRow, TaskRatingRow } from '../../core/rows.ts';
import { openBytes } from '../../input/byte-source.ts';
import { parseLine, readLines } from '../../input/jsonl.ts';

const text = z.string();
const task = z.looseObject({ id: text, title: text, statement: text, difficulty: text, topics: z.array(text) });
const lineage = z.looseObject({
  seed: text,
  model: text,
  operators: z.array(text),
  parameters: z.record(text, z.number()),
  recorded: z.enum(['authored', 'synthetic', 'model']),
});

/** What the report reads of each kind of row; more may stand there. */
const schemas = {
  samples: z.looseObject({
    id: text,
    task,
    solution: text,
    tests: text,
    confidence: z.number(),
    evidence: z.looseObject({ suites: z.array(z.looseObject({ blind: z.boolean() })) }),
    lineage,
  }),
  pairs: z.looseObject({ id: text, sample: text, source: text, description: text }),
  rejected: z.looseObject({
    id: text,
    stage: text,
    reason: z.looseObject({ kind: text }),
    task: task.optional(),
    lineage,
  }),
  tasks: z.looseObject({ id: text, task }),
  preferences: z.looseObject({ id: text }),
  repairs: z.looseObject({ id: text }),
};

interface Rows {
  readonly samples: SampleRow;
  readonly pairs: PairRow;
  readonly rejected: RejectedRow;
  readonly tasks: TaskRatingRow;
  readonly preferences: { readonly id: string };
  readonly repairs: { readonly id: string };
}

/** The rows of a kind in a folder, none where it has no such file. Throws an input error for a line that is no such row. */
export async function* folderRows<Kind extends keyof Rows>(
  folder: string,
  kind: Kind,
  signal: AbortSignal,
): AsyncGenerator<Rows[Kind]> {
  const plain = join(folder, `${kind}.jsonl`);
  const path = [plain, `${plain}.zst`].find((file) => existsSync(file));
  if (path === undefined) return;
  using source = await openBytes(path);
  for await (const line of readLines(source, signal)) {
    const parsed = parseLine(line);
    const row = parsed.ok ? schemas[kind].safeParse(parsed.value) : undefined;
    if (parsed.ok && row?.success) yield parsed.value as Rows[Kind];
    else {
      const [issue] = row?.error?.issues ?? [];
      const why = parsed.ok ? `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` : parsed.problem;
      throw inputError(
        'row-invalid',
        `${path}:${line.number}: no row of a run's ${kind} (${why}). Take the line away, or make the folder again.`,
      );
    }
  }
}
