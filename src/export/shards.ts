import { rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportContainer } from '../config/config.ts';
import type { Column } from './columns.ts';
import { openContainer, type EncodedRow, type RowFile } from './containers/container.ts';
import type { ShardFile } from './shard-file.ts';

export interface ShardsOptions {
  /** Of the dataset; the shards go to `data` in it. */
  readonly folder: string;
  readonly split: string;
  readonly container: ExportContainer;
  readonly columns: readonly Column[];
  /** A shard is full when its rows have so many bytes as JSON lines, whatever the container. */
  readonly shardBytes: number;
}

interface Shard {
  readonly file: RowFile;
  rows: number;
  dataBytes: number;
}

/** Writes the rows of a split into files of a bounded size, which get their names when all are complete. */
export class Shards {
  readonly #options: ShardsOptions;
  readonly #shards: Shard[] = [];

  constructor(options: ShardsOptions) {
    this.#options = options;
  }

  async write(row: EncodedRow): Promise<void> {
    const shard = await this.#shardFor();
    shard.rows += 1;
    shard.dataBytes += Buffer.byteLength(row.json) + 1;
    await shard.file.write(row);
  }

  /** Completes the files and returns them in order; a split without rows has none. */
  async finish(): Promise<ShardFile[]> {
    await this.#shards.at(-1)?.file.finish();
    return await Promise.all(this.#shards.map((shard, index) => this.#name(shard, index)));
  }

  async discard(): Promise<void> {
    for (const { file } of this.#shards) await file.discard();
  }

  async #shardFor(): Promise<Shard> {
    const last = this.#shards.at(-1);
    if (last && last.dataBytes < this.#options.shardBytes) return last;
    await last?.file.finish();
    const { container, columns } = this.#options;
    const path = this.#partial(this.#shards.length);
    const fresh = { file: openContainer(container, path, columns), rows: 0, dataBytes: 0 };
    this.#shards.push(fresh);
    return fresh;
  }

  async #name({ rows, dataBytes }: Shard, index: number): Promise<ShardFile> {
    const { folder, split, container } = this.#options;
    const path = `data/${split}-${padded(index)}-of-${padded(this.#shards.length)}.${container}`;
    await rename(this.#partial(index), join(folder, path));
    const { size } = await stat(join(folder, path));
    return { split, path, rows, dataBytes, fileBytes: size };
  }

  #partial(index: number): string {
    return join(this.#options.folder, 'data', `${this.#options.split}-${padded(index)}.partial`);
  }
}

function padded(index: number): string {
  return String(index).padStart(5, '0');
}
