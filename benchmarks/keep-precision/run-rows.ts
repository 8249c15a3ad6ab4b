import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PairRow, RejectedRow, SampleRow } from '../../src/core/rows.ts';
import { tempFolder, winnowDone } from '../../tests/e2e/helpers.ts';
import { readRows } from '../../tests/e2e/run-files.ts';
import { BenchmarkUsage } from '../benchmark.ts';

/** What a run left behind, as far as the key can be asked about it. */
export interface RunRows {
  readonly dir: string;
  readonly samples: readonly SampleRow[];
  readonly rejected: readonly RejectedRow[];
  readonly pairs: readonly PairRow[];
}

/** Hands the rows of a finished run to `use`: of the given directory, or of a new run that is removed afterwards. */
export async function withRunRows<T>(dir: string | undefined, use: (rows: RunRows) => Promise<T>): Promise<T> {
  if (dir !== undefined) return await use(readRun(dir));
  using folder = tempFolder();
  const fresh = folder.file('run');
  await winnowDone(['run', '--out', fresh]);
  return await use(readRun(fresh));
}

function readRun(dir: string): RunRows {
  for (const name of ['samples.jsonl', 'rejected.jsonl', 'pairs.jsonl', 'accounting.json']) {
    if (!existsSync(join(dir, name))) throw new BenchmarkUsage(`${dir} is no finished run: it has no ${name}`);
  }
  return {
    dir,
    samples: readRows(join(dir, 'samples.jsonl')),
    rejected: readRows(join(dir, 'rejected.jsonl')),
    pairs: readRows(join(dir, 'pairs.jsonl')),
  };
}
