import { stringify } from 'yaml';
import type { SplitName } from './split.ts';

export interface SplitSize {
  readonly name: SplitName;
  readonly path: string;
  readonly bytes: number;
  readonly rows: number;
}

export interface CardFacts {
  readonly format: 'openai';
  readonly splits: readonly SplitSize[];
  readonly seed: number;
  readonly models: readonly string[];
  readonly recorded: 'authored' | 'model';
  readonly samples: number;
  readonly tasks: number;
  /** An SPDX identifier in lower case, or `other`. */
  readonly licence: string;
  readonly versions: Readonly<Record<string, string>>;
}

/** The dataset card: what hubs and loaders read in its front matter, and what a person wants to know below. */
export function datasetCard(facts: CardFacts): string {
  return `---\n${stringify(frontMatter(facts))}---\n\n${prose(facts)}`;
}

function frontMatter(facts: CardFacts): unknown {
  const bytes = facts.splits.reduce((sum, split) => sum + split.bytes, 0);
  const message = {
    list: [
      { name: 'role', dtype: 'string' },
      { name: 'content', dtype: 'string' },
    ],
  };
  return {
    language: ['en'],
    license: facts.licence,
    task_categories: ['text-generation'],
    tags: ['code', 'typescript', 'synthetic', 'winnow'],
    size_categories: [sizeCategory(facts.splits.reduce((sum, split) => sum + split.rows, 0))],
    configs: [{ config_name: 'default', data_files: facts.splits.map(({ name, path }) => ({ split: name, path })) }],
    dataset_info: {
      features: [{ name: 'messages', ...message }],
      splits: facts.splits.map(({ name, bytes: num_bytes, rows }) => ({ name, num_bytes, num_examples: rows })),
      download_size: bytes,
      dataset_size: bytes,
    },
  };
}

function prose(facts: CardFacts): string {
  const origin =
    facts.recorded === 'authored'
      ? 'The replies behind these rows were **written for Winnow’s offline model**, not captured from a language model.'
      : `The rows were written by ${facts.models.join(', ')}.`;
  const sizes = facts.splits.map(({ name, rows }) => `| ${name} | ${rows} |`).join('\n');
  const versions = Object.entries(facts.versions).map(([name, version]) => `${name} ${version}`);
  return `# Verified TypeScript pairs

${facts.samples} solutions to ${facts.tasks} tasks, which passed a strict type check and their test suites (examples and properties) in an isolated sandbox, and descriptions of the same code from which a fresh solution was written that passes the same tests. ${origin}

| split | rows |
|---|---|
${sizes}

Each row is a chat: \`messages[{role, content}]\`. \`verification.jsonl\` holds, line by line for the same rows in the order of the splits, the solution, tests, seeds, limits and versions that are needed to judge a row again. No task stands in two splits.

Made with seed ${facts.seed} and ${versions.join(', ')}.
`;
}

/** The hub's own words for sizes. */
const sizes = [
  { below: 1e3, category: 'n<1K' },
  { below: 1e4, category: '1K<n<10K' },
  { below: 1e5, category: '10K<n<100K' },
  { below: 1e6, category: '100K<n<1M' },
  { below: 1e7, category: '1M<n<10M' },
];

function sizeCategory(rows: number): string {
  return sizes.find(({ below }) => rows < below)?.category ?? '10M<n<100M';
}
