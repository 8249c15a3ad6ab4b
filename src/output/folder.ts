import { mkdirSync } from 'node:fs';
import { diskError } from './atomic-file.ts';

/** Makes a folder, with those that it is in, unless it is there. Throws an input error where that cannot be. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (cause) {
    throw diskError(path, cause);
  }
}
