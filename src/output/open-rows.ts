import { statSync } from 'node:fs';
import { PartialFile, type PartialFileOptions } from './partial-file.ts';
import type { RowSink } from './row-sink.ts';
import { openStreamSink } from './stream-sink.ts';

/** Whether a name stands for a stream (`-`, a device, a named pipe), which cannot be renamed or gone on with. */
export function isStream(path: string): boolean {
  if (path === '-') return true;
  try {
    const found = statSync(path);
    return !found.isFile() && !found.isDirectory();
  } catch {
    return false;
  }
}

/** Opens the place for rows that a user named. Throws an input error. */
export async function openRows(options: PartialFileOptions): Promise<RowSink> {
  return isStream(options.path) ? await openStreamSink(options.path, options.advice) : await PartialFile.open(options);
}
