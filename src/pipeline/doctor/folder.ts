import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from '../../input/read-text.ts';
import { fine, note, problem, type Line } from './check.ts';

const mb = 1024 ** 2;
/** A row with its tests, evidence and replies takes about 100 KB in the store: so much is ten thousand of them. */
const comfortableMb = 1024;
const leastMb = 100;

/** Whether a folder, or the nearest above it that is there, takes files for good, and how much room it has. */
export function checkFolder(folder: string): readonly Line[] {
  const there = nearest(folder);
  const writing = writeLine(there);
  return writing.state === 'problem' ? [writing] : [writing, spaceLine(there)];
}

function nearest(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder));
}

/** A file is written, made durable and renamed, as every file of a run is. */
function writeLine(folder: string): Line {
  const path = join(folder, `.winnow-doctor-${process.pid}`);
  try {
    const file = openSync(path, 'wx');
    try {
      writeFileSync(file, Buffer.alloc(64 * 1024));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(path, `${path}.done`);
    return fine('folder', `${folder} takes files`);
  } catch (error) {
    const code = String(errorCode(error) ?? error);
    const advice = code === 'ENOSPC' ? 'The disk is full: free some space.' : 'Choose another folder with --out.';
    return problem('folder', `${folder} takes no file (${code})`, advice);
  } finally {
    for (const left of [path, `${path}.done`]) removeQuietly(left);
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A folder that cannot be written has nothing in it to remove.
  }
}

function spaceLine(folder: string): Line {
  const { bavail, bsize } = statfsSync(folder);
  const freeMb = (bavail * bsize) / mb;
  const found = freeMb > 10_240 ? `${Math.round(freeMb / 1024)} GB free` : `${Math.round(freeMb)} MB free`;
  if (freeMb >= comfortableMb) return fine('disk', found);
  const advice = 'A kept row takes about 100 KB with all that led to it: free some space, or choose another --out.';
  return freeMb < leastMb ? problem('disk', found, advice) : note('disk', found, advice);
}
