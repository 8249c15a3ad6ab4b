import { join } from 'node:path';
import { endpointsOf } from '../config/credentials.ts';
import type { StageTable } from '../core/accounting.ts';
import type { RequestCounts } from '../core/store.ts';
import { writeOpenAiDataset } from '../export/dataset.ts';
import { writeAtomically, writeJsonl } from '../output/atomic-file.ts';
import type { RunPorts } from './ports.ts';
import type { RowStreams } from './row-streams.ts';
import { versions } from './versions.ts';

/** Rows of the dataset. */
export interface RowCounts {
  readonly samples: number;
  readonly pairs: number;
}

/** Writes the row files and the dataset; each is complete when its name appears. */
export async function writeRowFiles(ports: RunPorts, dir: string, rows: RowStreams): Promise<RowCounts> {
  await writeJsonl(join(dir, 'samples.jsonl'), rows.samples());
  await writeJsonl(join(dir, 'pairs.jsonl'), rows.pairs());
  await writeJsonl(join(dir, 'rejected.jsonl'), rows.rejected());
  await writeJsonl(join(dir, 'preferences.jsonl'), rows.preferences());
  await writeJsonl(join(dir, 'repairs.jsonl'), rows.repairs());
  await writeJsonl(join(dir, 'revisions.jsonl'), rows.revisions());
  await writeJsonl(join(dir, 'labels.jsonl'), rows.labels());
  await writeJsonl(join(dir, 'tasks.jsonl'), rows.ratings());
  const { models, tasks, samples, pairs } = await datasetFacts(rows);
  const isAuthored = endpointsOf(ports.config).every(({ kind }) => kind !== 'openai');
  const recorded = isAuthored ? 'authored' : 'model';
  await writeOpenAiDataset({
    folder: join(dir, 'dataset', 'openai'),
    shares: ports.config.export.splits,
    rows: () => rows.exported(),
    facts: {
      seed: ports.config.seed,
      licence: ports.config.export.licence,
      models,
      recorded,
      samples,
      tasks,
      versions,
    },
  });
  return { samples, pairs };
}

export interface AccountingFile {
  readonly stages: StageTable;
  readonly requests: { readonly sent: number; readonly stored: number; readonly repeated: number };
  readonly tokens: { readonly prompt: number; readonly completion: number };
  readonly cost_usd: number;
  readonly elapsed_ms: number;
}

export function accountingFile(stages: StageTable, counts: RequestCounts, elapsedMs: number): AccountingFile {
  const { sent, stored, repeated, promptTokens, completionTokens, costUsd } = counts;
  return {
    stages,
    requests: { sent, stored, repeated },
    tokens: { prompt: promptTokens, completion: completionTokens },
    cost_usd: Math.round(costUsd * 1e6) / 1e6,
    elapsed_ms: Math.round(elapsedMs),
  };
}

export async function writeAccounting(dir: string, accounting: AccountingFile): Promise<void> {
  await writeAtomically(join(dir, 'accounting.json'), [`${JSON.stringify(accounting, undefined, 2)}\n`]);
}

interface DatasetFacts {
  readonly models: readonly string[];
  readonly tasks: number;
  readonly samples: number;
  readonly pairs: number;
}

async function datasetFacts(rows: RowStreams): Promise<DatasetFacts> {
  const models = new Set<string>();
  const tasks = new Set<string>();
  let samples = 0;
  for await (const { lineage, task } of rows.samples()) {
    models.add(lineage.model);
    tasks.add(task.id);
    samples += 1;
  }
  let pairs = 0;
  for await (const _ of rows.pairs()) pairs += 1;
  return { models: [...models].toSorted(), tasks: tasks.size, samples, pairs };
}
