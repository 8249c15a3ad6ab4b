import { join } from 'node:path';
import type { StageTable } from '../core/accounting.ts';
import type { RequestCounts } from '../core/store.ts';
import { writeAtomically, writeJsonl } from '../output/atomic-file.ts';
import { openDecontamination } from './contamination/index-files.ts';
import type { DatasetReport } from './dataset-report.ts';
import { exportFolder } from './export/export-folder.ts';
import type { RunPorts } from './ports.ts';
import type { RowStreams } from './row-streams.ts';

/** Rows of the dataset. */
export interface RowCounts {
  readonly samples: number;
  readonly pairs: number;
}

export interface Rows {
  readonly streams: RowStreams;
  /** Of all seeds. */
  readonly topics: readonly string[];
}

/** Writes the row files and the dataset; each is complete when its name appears. */
export async function writeRowFiles(ports: RunPorts, dir: string, { streams: rows, topics }: Rows): Promise<RowCounts> {
  const samples = await writeCounted(join(dir, 'samples.jsonl'), rows.samples());
  const pairs = await writeCounted(join(dir, 'pairs.jsonl'), rows.pairs());
  await writeJsonl(join(dir, 'rejected.jsonl'), rows.rejected());
  await writeJsonl(join(dir, 'preferences.jsonl'), rows.preferences());
  await writeJsonl(join(dir, 'repairs.jsonl'), rows.repairs());
  await writeJsonl(join(dir, 'revisions.jsonl'), rows.revisions());
  await writeJsonl(join(dir, 'labels.jsonl'), rows.labels());
  await writeJsonl(join(dir, 'tasks.jsonl'), rows.ratings());
  await writeReport(ports, dir, topics);
  await writeDatasets(ports, dir);
  return { samples, pairs };
}

async function writeReport({ config }: RunPorts, dir: string, topics: readonly string[]): Promise<void> {
  const { decontaminate, benchmarks } = config.curate;
  const held = decontaminate ? openDecontamination(benchmarks).benchmarks : [];
  const report: DatasetReport = { benchmarks: held, wanted_topics: topics };
  await writeAtomically(join(dir, 'report.json'), [`${JSON.stringify(report, undefined, 2)}\n`]);
}

/** Writes rows, and returns how many there were. */
async function writeCounted(path: string, rows: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  const counted = async function* (): AsyncIterable<unknown> {
    for await (const row of rows) {
      count += 1;
      yield row;
    }
  };
  await writeJsonl(path, counted());
  return count;
}

/** Writes the datasets from the row files, as `winnow export` does. */
async function writeDatasets({ config }: RunPorts, dir: string): Promise<void> {
  const { formats, container, splits, reasoning, shard_mb: shardMb, licence } = config.export;
  await exportFolder({
    from: dir,
    out: join(dir, 'dataset'),
    formats,
    container,
    shares: splits,
    reasoning,
    shardMb,
    direction: 'both',
    facts: { licence, seed: config.seed },
    // What was judged is written even where the run was stopped.
    signal: new AbortController().signal,
  });
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
