import { readFileSync } from 'node:fs';
import { zstdDecompressSync } from 'node:zlib';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import type { ExportContainer } from '../../../src/config/config.ts';
import type { Contents, Item, SourceKind, Sources } from '../../../src/export/items.ts';
import type { CardFacts } from '../../../src/export/card.ts';
import { sampleOf } from '../support/examples.ts';

/** A content of each kind, whose texts carry a number and what JSON and YAML find hard. */
export function contentsOf(index: number): Contents {
  const hard = `${index} "quoted" \\ \n---\n: ü 🚲 \u2028`;
  return {
    pairs: { question: `question ${hard}`, answer: `answer ${hard}` },
    preferences: { question: `question ${hard}`, chosen: `good ${hard}`, rejected: `bad ${hard}` },
    labels: { question: `question ${hard}`, answer: `answer ${hard}`, label: index % 2 === 0 },
    tasks: {
      question: `question ${hard}`,
      tests: [`suite ${hard}`, 'another'],
      task: `task_${index}`,
      entryPoint: 'double',
      difficulty: 'easy',
      maxExecutionTime: 1.5,
    },
  };
}

/** So many items of each kind, in as many groups as `groups`. */
export function sourcesOf(count: number, groups: number = count): Sources {
  async function* items<Kind extends SourceKind>(kind: Kind): AsyncIterable<Item<Contents[Kind]>> {
    for (let index = 0; index < count; index += 1) yield itemOf(kind, index, groups);
  }
  return {
    pairs: () => items('pairs'),
    preferences: () => items('preferences'),
    labels: () => items('labels'),
    tasks: () => items('tasks'),
  };
}

function itemOf<Kind extends SourceKind>(kind: Kind, index: number, groups: number): Item<Contents[Kind]> {
  const { verification } = sampleOf();
  const proof = { sample: `sample_${index}`, accepts: ['more'], verification };
  return { id: `${kind}_${index}`, group: `group ${index % groups}`, content: contentsOf(index)[kind], proof };
}

export const facts: CardFacts = {
  seed: 7,
  models: ['m1', 'm2'],
  recorded: ['model'],
  samples: 3,
  tasks: 2,
  licence: 'mit',
  sourceLicences: {},
  versions: { winnow: '1', node: '2' },
};

export function jsonLines(text: string): unknown[] {
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as unknown]));
}

/** The rows of a data file, by another reader than what wrote it where there is one. */
export async function readData(path: string, container: ExportContainer): Promise<unknown[]> {
  switch (container) {
    case 'jsonl':
      return jsonLines(readFileSync(path, 'utf8'));
    case 'jsonl.zst':
      return jsonLines(zstdDecompressSync(readFileSync(path)).toString('utf8'));
    case 'parquet':
      return plain(await parquetReadObjects({ file: await asyncBufferFromFile(path) })) as unknown[];
  }
}

/** Parquet's 64-bit integers as the numbers that JSON has. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, member: unknown) => (typeof member === 'bigint' ? Number(member) : member)),
  );
}
