import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress } from 'node:zlib';

/** A file of lines while it is written. */
export interface LineFile {
  /** Takes a line without its end; resolves when there is room for the next one. */
  write(line: string): Promise<void>;
  finish(): Promise<void>;
  discard(): Promise<void>;
}

const bufferBytes = 1024 * 1024;

/** Opens a file of lines, as one Zstandard frame where it is to be compressed. */
export function openLines(path: string, { isCompressed }: { readonly isCompressed: boolean }): LineFile {
  const head = new PassThrough({ highWaterMark: bufferBytes });
  const file = createWriteStream(path, { flush: true });
  const done = isCompressed ? pipeline(head, createZstdCompress(), file) : pipeline(head, file);
  // Whoever writes or finishes is told; until then nobody listens.
  done.catch(() => {});
  return {
    async write(line) {
      if (head.destroyed) await done;
      if (!head.write(`${line}\n`)) await Promise.race([once(head, 'drain'), done]);
    },
    async finish() {
      head.end();
      await done;
    },
    async discard() {
      head.destroy();
      await done.catch(() => {});
      await rm(path, { force: true });
    },
  };
}
