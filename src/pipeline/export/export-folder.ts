import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportContainer, ExportFormat } from '../../config/config.ts';
import type { StageTable } from '../../core/accounting.ts';
import { inputError } from '../../core/error.ts';
import type { PairRow } from '../../core/rows.ts';
import type { CardFacts } from '../../export/card.ts';
import { writeDataset } from '../../export/dataset.ts';
import { formats } from '../../export/formats/all.ts';
import type { ShardFile } from '../../export/shard-file.ts';
import type { SplitShares } from '../../core/split.ts';
import { readText } from '../../input/read-text.ts';
import { makeFolder } from '../../output/folder.ts';
import { readDatasetReport } from '../dataset-report.ts';
import { FolderSources, neededFile } from './folder-sources.ts';
import { rowFile } from './row-files.ts';

export interface ExportOptions {
  /** The folder of the rows. */
  readonly from: string;
  /** Each format gets a folder in this one. */
  readonly out: string;
  readonly formats: readonly ExportFormat[];
  readonly container: ExportContainer;
  readonly shares: SplitShares;
  readonly reasoning: boolean;
  readonly shardMb: number;
  readonly direction: PairRow['direction'] | 'both';
  /** What only the caller knows. */
  readonly facts: Pick<CardFacts, 'licence' | 'seed' | 'stages' | 'diversity' | 'decontamination'>;
  readonly signal: AbortSignal;
  readonly onFormat?: (exported: ExportedFormat) => void;
  readonly onNotice?: (notice: string) => void;
}

/** A dataset that was written. */
export interface ExportedFormat {
  readonly format: ExportFormat;
  readonly folder: string;
  readonly files: readonly ShardFile[];
}

/** Writes the rows of a folder in each of the formats, with cards and proofs. Throws an input error. */
export async function exportFolder(options: ExportOptions): Promise<ExportedFormat[]> {
  refuseImpossible(options);
  const { from, out, reasoning, direction, signal, shardMb, container, shares } = options;
  makeFolder(out);
  if (usesPairs(options) && rowFile(from, 'pairs') === undefined) options.onNotice?.(withoutPairs(from));
  const scratch = join(out, 'samples.partial');
  await using sources = await FolderSources.open({ folder: from, scratch, reasoning, direction, signal });
  const facts = { ...sources.survey(), ...decontaminationOf(from), ...options.facts };
  const shardBytes = shardMb * 1024 * 1024;
  const exported: ExportedFormat[] = [];
  for (const format of options.formats) {
    const folder = join(out, format);
    const files = await writeDataset({ format, folder, container, shares, shardBytes, sources, facts, signal });
    exported.push({ format, folder, files });
    options.onFormat?.({ format, folder, files });
  }
  return exported;
}

/** The benchmarks that the rows of a folder were held against. Throws an input error. */
function decontaminationOf(folder: string): Pick<CardFacts, 'decontamination'> {
  const benchmarks = readDatasetReport(folder)?.benchmarks ?? [];
  if (benchmarks.length === 0) return {};
  const problems = benchmarks.map(({ name, problems: count }) => [name, `held against its ${count} problems`] as const);
  return { decontamination: Object.fromEntries(problems) };
}

/** The counts of the stages of the run that wrote a folder, where it has them. Throws an input error. */
export function stagesOf(folder: string): { readonly stages?: StageTable } {
  const path = join(folder, 'accounting.json');
  if (!existsSync(path)) return {};
  try {
    const { stages } = JSON.parse(readText(path, 'the accounting')) as { readonly stages?: StageTable };
    return stages === undefined ? {} : { stages };
  } catch (cause) {
    throw inputError('accounting-unreadable', `${path} is not JSON. Take it away, or make the folder again.`, cause);
  }
}

/** Whatever is bound to fail is found before anything is written. */
function refuseImpossible(options: ExportOptions): void {
  const { from, formats: names, container, direction } = options;
  neededFile(from, 'samples');
  for (const name of names) {
    const { source } = formats[name];
    if (source === 'preferences' || source === 'labels') neededFile(from, source);
  }
  if (usesPairs(options) && direction === 'code-to-description') neededFile(from, 'pairs');
  if (container === 'jsonl.zst' && names.includes('llama-factory')) throw unreadByLlamaFactory();
}

function usesPairs({ formats: names }: ExportOptions): boolean {
  return names.some((name) => formats[name].source === 'pairs');
}

function withoutPairs(folder: string): string {
  return `There is no pairs.jsonl in ${folder}: the statements of the tasks stand in for descriptions.`;
}

function unreadByLlamaFactory(): Error {
  return inputError(
    'container-unfit',
    'LLaMA-Factory does not read jsonl.zst. Choose the container jsonl or parquet for the format llama-factory.',
  );
}
