import { open as openFd } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import { addAbortSignal, pipeline, Readable } from 'node:stream';
import { promisify } from 'node:util';
import { createZstdDecompress } from 'node:zlib';
import { inputError } from '../core/error.ts';
import { whyUnreadable } from './read-text.ts';
import { zstdFrameChunks } from './zstd-frames.ts';

export interface ByteSource extends Disposable {
  /** As errors name it. */
  readonly name: string;
  /** The bytes, decompressed; to be called once. Aborting ends it with the signal's reason. */
  bytes(signal: AbortSignal): AsyncIterable<Buffer>;
}

const chunkBytes = 256 * 1024;

/** Opens a file, or standard input for `-`; a name that ends in `.zst` is decompressed. Throws an input error. */
export async function openBytes(path: string): Promise<ByteSource> {
  if (path === '-') return source('<stdin>', process.stdin);
  const stream = await openFile(path);
  return source(path, path.endsWith('.zst') ? decompressed(stream) : stream);
}

function source(name: string, stream: Readable): ByteSource {
  return { name, bytes: (signal) => readable(name, stream, signal), [Symbol.dispose]: () => void stream.destroy() };
}

async function openFile(path: string): Promise<Readable> {
  try {
    if ((await stat(path)).isFIFO()) return await openPipe(path);
    const file = await open(path);
    if (!(await file.stat()).isDirectory()) return file.createReadStream({ highWaterMark: chunkBytes });
    await file.close();
  } catch (cause) {
    throw unreadable(path, cause);
  }
  throw unreadable(path, Object.assign(new Error('is a directory'), { code: 'EISDIR' }));
}

/** A pipe is waited for by the event loop: a thread that waits for it in a read could not be called back. */
async function openPipe(path: string): Promise<Readable> {
  const fd = await promisify(openFd)(path, 'r');
  return new Socket({ fd, readable: true, writable: false });
}

function decompressed(stream: Readable): Readable {
  // What goes wrong is seen by whoever reads the end of the pipeline.
  return pipeline(Readable.from(zstdFrameChunks(stream)), createZstdDecompress(), () => {});
}

async function* readable(name: string, stream: Readable, signal: AbortSignal): AsyncGenerator<Buffer> {
  try {
    yield* addAbortSignal(signal, stream) as AsyncIterable<Buffer>;
  } catch (cause) {
    throw signal.aborted ? signal.reason : unreadable(name, cause);
  }
}

function unreadable(name: string, cause: unknown): Error {
  return inputError('file-unreadable', `Cannot read the input ${name}: ${whyUnreadable(cause)}.`, cause);
}
