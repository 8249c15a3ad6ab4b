import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { DrawEntry } from './index/query.ts';

/** Reads the row of an entry from its file; undefined where it stands in none, or no longer there. */
export function rowAt(dir: string, { file, offset, length }: DrawEntry): unknown {
  if (file === null || offset === null || length === null) return undefined;
  try {
    return JSON.parse(readPart(join(dir, file), offset, length)) as unknown;
  } catch {
    return undefined;
  }
}

function readPart(path: string, offset: number, length: number): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    const read = readSync(file, bytes, 0, length, offset);
    return bytes.toString('utf8', 0, read);
  } finally {
    closeSync(file);
  }
}
