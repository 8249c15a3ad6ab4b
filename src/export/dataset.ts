import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { PairRow, VerificationRow } from '../core/rows.ts';
import { writeAtomically, writeJsonl } from '../output/atomic-file.ts';
import { datasetCard, type CardFacts, type SplitSize } from './card.ts';
import { toChat } from './openai.ts';
import { splitNames, splitOf, type SplitName, type SplitShares } from './split.ts';

/** A pair with what its export needs: the task that decides its split, and the proof of its sample. */
export interface ExportRow {
  readonly pair: PairRow;
  readonly task: string;
  readonly verification: VerificationRow;
}

export interface DatasetOptions {
  readonly folder: string;
  readonly shares: SplitShares;
  readonly rows: () => AsyncIterable<ExportRow>;
  readonly facts: Omit<CardFacts, 'format' | 'splits'>;
}

/** Writes the rows as a dataset folder in the OpenAI chat format: data by split, the proofs beside it, and a card. */
export async function writeOpenAiDataset(options: DatasetOptions): Promise<void> {
  rmSync(join(options.folder, 'data'), { recursive: true, force: true });
  const splits: SplitSize[] = [];
  for (const name of splitNames) splits.push(...(await writeSplit(options, name)));
  await writeJsonl(join(options.folder, 'verification.jsonl'), proofs(options));
  await writeAtomically(join(options.folder, 'README.md'), [
    datasetCard({ ...options.facts, format: 'openai', splits }),
  ]);
}

/** Writes one split; an empty one has no file. */
async function writeSplit(options: DatasetOptions, name: SplitName): Promise<SplitSize[]> {
  const path = `data/${name}-00000-of-00001.jsonl`;
  const file = join(options.folder, path);
  let rows = 0;
  const chats = async function* (): AsyncIterable<unknown> {
    for await (const { pair } of rowsOf(options, name)) {
      rows += 1;
      yield toChat(pair);
    }
  };
  await writeJsonl(file, chats());
  if (rows > 0) return [{ name, path, rows, bytes: statSync(file).size }];
  rmSync(file);
  return [];
}

async function* proofs(options: DatasetOptions): AsyncIterable<unknown> {
  for (const split of splitNames) {
    for await (const { pair, verification } of rowsOf(options, split)) {
      yield { id: pair.id, split, sample: pair.sample, direction: pair.direction, verification };
    }
  }
}

async function* rowsOf(options: DatasetOptions, split: SplitName): AsyncIterable<ExportRow> {
  for await (const row of options.rows()) if (splitOf(row.task, options.shares) === split) yield row;
}
