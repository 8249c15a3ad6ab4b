import { createReadStream, createWriteStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ExportContainer, ExportFormat } from '../config/config.ts';
import { contentHash } from '../core/id.ts';
import { diskError, writeAtomically } from '../output/atomic-file.ts';
import { datasetCard, type CardFacts } from './card.ts';
import { openLines, type LineFile } from './containers/lines.ts';
import { encodeRow } from './encode-row.ts';
import { formats } from './formats/all.ts';
import type { DataRow, FormatOf, Place } from './formats/format.ts';
import type { Item, Proof, SourceKind, Sources } from './items.ts';
import { isDataFile, type ShardFile } from './shard-file.ts';
import { Shards } from './shards.ts';
import { splitNames, splitOf, type SplitShares } from '../core/split.ts';

export interface DatasetOptions {
  readonly format: ExportFormat;
  readonly folder: string;
  readonly container: ExportContainer;
  readonly shares: SplitShares;
  /** Of the rows as JSON lines, in a file at most, give or take a row. */
  readonly shardBytes: number;
  readonly sources: Sources;
  readonly facts: CardFacts;
  /** Aborting stops the writing with the signal's reason; nothing half-written stays. */
  readonly signal?: AbortSignal;
}

/** Writes rows as a dataset in one format: data by split, the proof of each row beside it, and last of all a card. */
export async function writeDataset(options: DatasetOptions): Promise<readonly ShardFile[]> {
  const { format, folder, facts, container } = options;
  try {
    removeEarlier(folder);
    const files = await writeSplits(options);
    const { shape, columns, companions } = formats[format];
    const further = Object.entries(companions?.(files) ?? {});
    for (const [name, text] of further) await writeAtomically(join(folder, name), [text]);
    const card = datasetCard({
      ...facts,
      format,
      container,
      shape,
      columns,
      splits: splitNames(options.shares),
      files,
    });
    await writeAtomically(join(folder, 'README.md'), [card]);
    return files;
  } catch (cause) {
    throw diskError(folder, cause);
  }
}

const besideData = /^(README\.md|dataset_info\.json|verification(-\w+\.partial|\.jsonl(\.partial)?))$/u;
const leftOver = /^\w+-\d{5}\.partial$/u;

/** Takes away what an earlier export of the same folder wrote, the card first: without it there is no dataset. */
function removeEarlier(folder: string): void {
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  for (const name of readdirSync(folder)) if (besideData.test(name)) rmSync(join(folder, name));
  for (const name of readdirSync(data)) if (isDataFile(name) || leftOver.test(name)) rmSync(join(data, name));
}

interface SplitWriter {
  readonly split: string;
  readonly shards: Shards;
  readonly proofs: LineFile;
  readonly proofsPath: string;
  rows: number;
}

async function writeSplits(options: DatasetOptions): Promise<ShardFile[]> {
  const writers = splitNames(options.shares).map((split) => openSplit(options, split));
  try {
    await writeRows(options, new Map(writers.map((writer) => [writer.split, writer])));
    for (const { proofs } of writers) await proofs.finish();
    await joinFiles(
      writers.map(({ proofsPath }) => proofsPath),
      join(options.folder, 'verification.jsonl'),
    );
    const files: ShardFile[] = [];
    for (const { shards } of writers) files.push(...(await shards.finish()));
    return files;
  } catch (error) {
    for (const { shards } of writers) await shards.discard();
    throw error;
  } finally {
    for (const { proofs } of writers) await proofs.discard();
  }
}

function openSplit({ folder, container, format, shardBytes }: DatasetOptions, split: string): SplitWriter {
  const { columns } = formats[format];
  const proofsPath = join(folder, `verification-${split}.partial`);
  return {
    split,
    shards: new Shards({ folder, split, container, columns, shardBytes }),
    proofs: openLines(proofsPath, { isCompressed: false }),
    proofsPath,
    rows: 0,
  };
}

async function writeRows(options: DatasetOptions, writers: ReadonlyMap<string, SplitWriter>): Promise<void> {
  for await (const { id, group, proof, toRow } of rowsOf(options)) {
    options.signal?.throwIfAborted();
    const writer = writers.get(splitOf(group, options.shares));
    if (!writer) continue;
    const place = { split: writer.split, index: writer.rows };
    writer.rows += 1;
    const encoded = encodeRow(toRow(place));
    await writer.shards.write(encoded);
    await writer.proofs.write(JSON.stringify(proofLine(id, place, encoded.row, proof)));
  }
}

interface BoundRow {
  readonly id: string;
  readonly group: string;
  readonly proof: Proof;
  readonly toRow: (place: Place) => DataRow;
}

function rowsOf({ format: name, sources }: DatasetOptions): AsyncIterable<BoundRow> {
  const format = formats[name];
  switch (format.source) {
    case 'pairs':
      return bind(format, sources.pairs());
    case 'preferences':
      return bind(format, sources.preferences());
    case 'labels':
      return bind(format, sources.labels());
    case 'tasks':
      return bind(format, sources.tasks());
  }
}

async function* bind<Kind extends SourceKind>(
  { toRow }: FormatOf<Kind>,
  items: AsyncIterable<Item<Parameters<FormatOf<Kind>['toRow']>[0]>>,
): AsyncIterable<BoundRow> {
  for await (const { content, ...item } of items) yield { ...item, toRow: (place) => toRow(content, place) };
}

/** The proof of a data row, which names the row by its place and by its content. */
function proofLine(id: string, { split, index }: Place, row: DataRow, proof: Proof): unknown {
  return { id, split, row: index, sha256: contentHash(row), ...proof };
}

/** Joins files into one, which has its name when it is complete. */
async function joinFiles(parts: readonly string[], path: string): Promise<void> {
  const bytes = async function* (): AsyncIterable<Buffer> {
    for (const part of parts) yield* createReadStream(part) as AsyncIterable<Buffer>;
  };
  await pipeline(bytes(), createWriteStream(`${path}.partial`, { flush: true }));
  await rename(`${path}.partial`, path);
}
