import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { inputError } from '../../core/error.ts';
import { openBytes } from '../../input/byte-source.ts';
import { parseLine, readLines } from '../../input/jsonl.ts';
import { writeJsonl } from '../../output/atomic-file.ts';

/** What a run made beside its samples, each row for one of them. */
const products = ['pairs', 'preferences', 'labels', 'repairs'] as const;

const product = z.looseObject({ sample: z.string() });

/** Copies what runs made beside their samples, for those that are kept. Throws an input error for a row that is none. */
export async function copyProducts(
  runs: readonly string[],
  out: string,
  kept: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<void> {
  for (const name of products) {
    const files = runs.map((run) => join(run, `${name}.jsonl`)).filter((file) => existsSync(file));
    if (files.length > 0) await writeJsonl(join(out, `${name}.jsonl`), rowsOfAll(files, kept, signal));
  }
}

async function* rowsOfAll(files: readonly string[], kept: ReadonlySet<string>, signal: AbortSignal): AsyncGenerator {
  for (const file of files) yield* keptRows(file, kept, signal);
}

async function* keptRows(path: string, kept: ReadonlySet<string>, signal: AbortSignal): AsyncGenerator {
  using source = await openBytes(path);
  for await (const line of readLines(source, signal)) {
    const parsed = parseLine(line);
    const row = parsed.ok ? product.safeParse(parsed.value) : undefined;
    if (!row?.success)
      throw inputError('row-invalid', `${path}:${line.number}: ${parsed.ok ? 'it names no sample' : parsed.problem}`);
    if (kept.has(row.data.sample)) yield row.data;
  }
}
