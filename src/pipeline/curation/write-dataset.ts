import type { Collection } from './collection.ts';
import type { Fate } from './fates.ts';
import type { Placed } from './place-rows.ts';
import type { DatasetRow } from './read-dataset.ts';
import type { Variety } from './variety.ts';
import { CuratedFiles } from './write-rows.ts';

export interface WriteOptions {
  readonly out: string;
  readonly collection: Collection;
  readonly times: readonly number[];
  readonly places: readonly (Placed | undefined)[];
  /** Whether all rows are samples, so that one file of them can be exported and proven. */
  readonly isSamples: boolean;
  readonly badLines: readonly Fate[];
  /** Told of every row, and of what became of it. */
  readonly variety: Variety;
  /** The dataset once more. */
  readonly rows: AsyncIterable<DatasetRow>;
}

/** Writes what is kept and what is not; returns how many rows each split has. */
export async function writeDataset(options: WriteOptions): Promise<ReadonlyMap<string, number>> {
  const files = new CuratedFiles(options.out);
  try {
    await writeAll(files, options);
    await files.finish();
  } finally {
    await files.close();
  }
  return files.rowsBySplit;
}

async function writeAll(files: CuratedFiles, options: WriteOptions): Promise<void> {
  const { collection, times, places, isSamples } = options;
  await files.ensure('rejected.jsonl');
  if (isSamples) await files.ensure('samples.jsonl');
  let number = 0;
  for await (const found of options.rows) {
    const row = collection.rows[number];
    if (row) options.variety.add(found.facts, row.key, row.fate);
    if (row?.fate) await files.drop(found, row.id, row.fate);
    else if (row) {
      const place = places[number];
      const name = isSamples ? 'samples.jsonl' : `data/${place?.split ?? 'train'}-00000-of-00001.jsonl`;
      await files.keep(found, { row, times: times[number] ?? 0, place }, name);
    }
    number += 1;
  }
  for (const fate of options.badLines) await files.dropLine(fate);
}
