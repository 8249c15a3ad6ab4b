import { fstatSync, write as writeFd } from 'node:fs';
import { open } from 'node:fs/promises';
import { isatty } from 'node:tty';
import { promisify } from 'node:util';
import { exitCode, WinnowError } from '../core/error.ts';
import { errorCode } from '../input/read-text.ts';
import { diskError, type DiskAdvice } from './atomic-file.ts';
import { RowBatches } from './row-batches.ts';
import type { RowSink } from './row-sink.ts';

/** The code of the error that says that nobody reads any more. */
export const readerGone = 'reader-gone';

const standardOutput = 1;

interface Place {
  readonly name: string;
  put(bytes: Buffer): Promise<void>;
  close(): Promise<void>;
}

/** Writes rows, as they come, to what is no ordinary file: standard output for `-`, a device, a named pipe. */
export async function openStreamSink(path: string, advice: DiskAdvice): Promise<RowSink> {
  const place = path === '-' ? standardOutputPlace() : await devicePlace(path, advice);
  const put = async (bytes: Buffer): Promise<void> => {
    try {
      await place.put(bytes);
    } catch (cause) {
      throw failure(place.name, cause, advice);
    }
  };
  const batches = new RowBatches({ maxChars: 64 * 1024, maxMs: 50, put });
  const close = async (): Promise<void> => {
    await batches.close();
    await place.close();
  };
  return {
    write: (text) => batches.write(text),
    save: () => batches.save(),
    async finish() {
      await batches.save();
      await close();
    },
    close,
  };
}

function failure(name: string, cause: unknown, advice: DiskAdvice): unknown {
  if (errorCode(cause) !== 'EPIPE') return diskError(name, cause, advice);
  return new WinnowError(`Nobody reads ${name} any more.`, { code: readerGone, exit: exitCode.badInput, cause });
}

/** A pipe or a terminal is written through Node's stream, which does not block; a file or a device directly. */
function standardOutputPlace(): Place {
  const kind = fstatSync(standardOutput);
  const isDirect = kind.isFile() || (kind.isCharacterDevice() && !isatty(standardOutput));
  return { name: 'standard output', put: isDirect ? putDirectly : putThroughStream, close: async () => {} };
}

async function devicePlace(path: string, advice: DiskAdvice): Promise<Place> {
  try {
    const file = await open(path, 'w');
    return { name: path, put: (bytes) => file.writeFile(bytes), close: () => file.close().catch(() => {}) };
  } catch (cause) {
    throw diskError(path, cause, advice);
  }
}

function putThroughStream(bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

const writeSome = promisify(writeFd) as (fd: number, bytes: Buffer) => Promise<{ bytesWritten: number }>;

async function putDirectly(bytes: Buffer): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await writeSome(standardOutput, bytes.subarray(done));
    done += bytesWritten;
  }
}
