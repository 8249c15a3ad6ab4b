import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress } from 'node:zlib';
import { diskError, type DiskAdvice } from './atomic-file.ts';
import { RowBatches } from './row-batches.ts';
import type { RowSink } from './row-sink.ts';

/** How far a partial file is known to be whole, and what its writer noted then. */
export interface Checkpoint {
  readonly bytes: number;
  readonly state: unknown;
}

export interface PartialFileOptions {
  /** The finished name; one that ends in `.zst` is compressed when it is complete. */
  readonly path: string;
  /** Go on after so many bytes of the partial file; what is behind them is dropped. */
  readonly from: number;
  /** What the writer wants to find again; asked for whenever rows are saved. */
  readonly state: () => unknown;
  readonly advice: DiskAdvice;
}

/**
 * Writes rows to `NAME.partial`, which becomes `NAME` when complete. Beside it `NAME.partial.json` notes how far it is
 * safe on the disk, so that another process can go on from there whatever ended this one.
 */
export class PartialFile implements RowSink {
  readonly #options: PartialFileOptions;
  readonly #file: FileHandle;
  readonly #batches: RowBatches;
  #bytes: number;
  #isOpen = true;

  static async open(options: PartialFileOptions): Promise<PartialFile> {
    const { path, from } = options;
    return await onDisk(options, async () => {
      await refuseFolder(path);
      await mkdir(dirname(path), { recursive: true });
      if (from === 0) await rm(noteOf(path), { force: true });
      const file = await open(partialOf(path), from === 0 ? 'w' : 'r+');
      await file.truncate(from);
      return new PartialFile(options, file);
    });
  }

  private constructor(options: PartialFileOptions, file: FileHandle) {
    this.#options = options;
    this.#file = file;
    this.#bytes = options.from;
    this.#batches = new RowBatches({ maxChars: 256 * 1024, maxMs: 500, put: (bytes) => this.#put(bytes) });
  }

  write(text: string): Promise<void> {
    return this.#batches.write(text);
  }

  save(): Promise<void> {
    return this.#batches.save();
  }

  async finish(): Promise<void> {
    await this.save();
    await this.close();
    await onDisk(this.#options, () => complete(this.#options.path));
  }

  async close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    await this.#batches.close();
    await this.#file.close();
  }

  /** First the rows, then the note about them: whenever this ends, what the note says is true. */
  async #put(bytes: Buffer): Promise<void> {
    const state = this.#options.state();
    await onDisk(this.#options, async () => {
      await writeAll(this.#file, bytes, this.#bytes);
      this.#bytes += bytes.length;
      await this.#file.datasync();
      await writeNote(this.#options.path, { bytes: this.#bytes, state });
    });
  }
}

/** What is noted about the partial file of a name; undefined where there is no such file, or none that can be used. */
export async function readCheckpoint(path: string): Promise<Checkpoint | undefined> {
  try {
    const noted = JSON.parse(await readFile(noteOf(path), 'utf8')) as Partial<Checkpoint>;
    const { size } = await stat(partialOf(path));
    const bytes = noted.bytes ?? Number.NaN;
    return Number.isSafeInteger(bytes) && bytes >= 0 && bytes <= size ? { bytes, state: noted.state } : undefined;
  } catch {
    return undefined;
  }
}

export function partialOf(path: string): string {
  return `${path}.partial`;
}

/** Found out at once, and not when all the work is done. */
async function refuseFolder(path: string): Promise<void> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) throw Object.assign(new Error(`${path} is a directory`), { code: 'EISDIR' });
}

function noteOf(path: string): string {
  return `${partialOf(path)}.json`;
}

async function writeNote(path: string, checkpoint: Checkpoint): Promise<void> {
  const fresh = `${noteOf(path)}.new`;
  try {
    await writeFile(fresh, JSON.stringify(checkpoint));
    await rename(fresh, noteOf(path));
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => {});
    throw error;
  }
}

async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/** One frame, not one for each time that the work went on: many readers stop after the first. */
async function complete(path: string): Promise<void> {
  const partial = partialOf(path);
  if (path.endsWith('.zst')) {
    const fresh = `${partial}.zst`;
    await compress(partial, fresh);
    await rename(fresh, path);
    await rm(partial);
  } else {
    await rename(partial, path);
  }
  await rm(noteOf(path), { force: true });
}

async function compress(from: string, to: string): Promise<void> {
  try {
    await pipeline(createReadStream(from), createZstdCompress(), createWriteStream(to, { flush: true }));
  } catch (error) {
    await rm(to, { force: true }).catch(() => {});
    throw error;
  }
}

async function onDisk<T>({ path, advice }: PartialFileOptions, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw diskError(path, cause, advice);
  }
}
