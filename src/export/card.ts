import { stringify } from 'yaml';
import type { ExportContainer, ExportFormat } from '../config/config.ts';
import type { StageTable } from '../core/accounting.ts';
import { cardProse } from './card-prose.ts';
import { featuresOf, type Column } from './columns.ts';
import type { ShardFile } from './shard-file.ts';

/** What is known about the rows' origin, the same for every format. */
export interface CardFacts {
  /** Of the run; absent where it is not known. */
  readonly seed?: number;
  /** The models that wrote the samples. */
  readonly models: readonly string[];
  /** Where the replies come from; several where rows of several runs were put together. */
  readonly recorded: readonly ('authored' | 'synthetic' | 'model')[];
  readonly samples: number;
  readonly tasks: number;
  /** An SPDX identifier in lower case, or `other`. */
  readonly licence: string;
  /** The licences of the real code that rows were made from (`unknown` where none was found), with their samples. */
  readonly sourceLicences: Readonly<Record<string, number>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly stages?: StageTable;
  /** Figures of the rows' variety, by name; for whoever has measured them. */
  readonly diversity?: Readonly<Record<string, number | string>>;
  /** What the rows were compared with so that no benchmark is in them, by the benchmark's name; likewise. */
  readonly decontamination?: Readonly<Record<string, number | string>>;
}

/** A dataset in a format, as its card describes it. */
export interface CardOptions extends CardFacts {
  readonly format: ExportFormat;
  readonly container: ExportContainer;
  /** A row in words. */
  readonly shape: string;
  readonly columns: readonly Column[];
  /** In order; those without rows too. */
  readonly splits: readonly string[];
  readonly files: readonly ShardFile[];
}

/** The dataset card: what hubs and loaders read in its front matter, and what a person wants to know below. */
export function datasetCard(options: CardOptions): string {
  return `---\n${stringify(frontMatter(options))}---\n\n${cardProse(options, sizesOf(options))}`;
}

/** What a split holds, over all of its files. */
export interface SplitSize {
  readonly name: string;
  readonly paths: readonly string[];
  readonly rows: number;
  readonly dataBytes: number;
}

function frontMatter(options: CardOptions): unknown {
  const sizes = sizesOf(options);
  const { licence, format, columns, files } = options;
  return {
    language: ['en'],
    license: licence,
    task_categories: ['text-generation'],
    tags: ['code', 'typescript', 'synthetic', 'winnow', ...purposes[format]],
    size_categories: [sizeCategory(sum(files, ({ rows }) => rows))],
    configs: [{ config_name: 'default', data_files: sizes.map(dataFiles) }],
    dataset_info: {
      features: featuresOf(columns),
      splits: sizes.map(({ name, dataBytes, rows }) => ({ name, num_bytes: dataBytes, num_examples: rows })),
      download_size: sum(files, ({ fileBytes }) => fileBytes),
      dataset_size: sum(files, ({ dataBytes }) => dataBytes),
    },
  };
}

function dataFiles({ name, paths }: SplitSize): unknown {
  return { split: name, path: paths.length === 1 ? paths[0] : paths };
}

function sizesOf({ splits, files }: CardOptions): SplitSize[] {
  return splits.flatMap((name) => {
    const own = files.filter(({ split }) => split === name);
    if (own.length === 0) return [];
    const paths = own.map(({ path }) => path);
    return [{ name, paths, rows: sum(own, ({ rows }) => rows), dataBytes: sum(own, ({ dataBytes }) => dataBytes) }];
  });
}

function sum<T>(items: readonly T[], part: (item: T) => number): number {
  return items.reduce((total, item) => total + part(item), 0);
}

/** What hubs call the training that a format is for. */
const purposes: Readonly<Record<ExportFormat, readonly string[]>> = {
  openai: [],
  trl: [],
  alpaca: [],
  sharegpt: [],
  'llama-factory': ['llama-factory'],
  'openai-preference': ['preference', 'dpo'],
  dpo: ['preference', 'dpo'],
  kto: ['preference', 'kto'],
  verl: ['rlvr', 'verl'],
  'open-instruct': ['rlvr', 'open-instruct'],
  grpo: ['rlvr', 'grpo'],
};

/** The hub's own words for sizes. */
const categories = [
  { below: 1e3, category: 'n<1K' },
  { below: 1e4, category: '1K<n<10K' },
  { below: 1e5, category: '10K<n<100K' },
  { below: 1e6, category: '100K<n<1M' },
  { below: 1e7, category: '1M<n<10M' },
];

function sizeCategory(rows: number): string {
  return categories.find(({ below }) => rows < below)?.category ?? '10M<n<100M';
}
