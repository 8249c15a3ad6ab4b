import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exitCode, WinnowError } from '../core/error.ts';
import { errorCode } from '../input/read-text.ts';

/** Writes `NAME.partial` and renames it when complete, so that a finished name is a finished file. */
export async function writeAtomically(
  path: string,
  parts: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const partial = `${path}.partial`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    await pipeline(Readable.from(parts), createWriteStream(partial, { flush: true }));
    renameSync(partial, path);
  } catch (cause) {
    removeIfPossible(partial);
    throw diskError(path, cause);
  }
}

/** What fails here would hide why the writing failed. */
function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}

/** Writes one JSON value a line; see `writeAtomically`. */
export async function writeJsonl(path: string, rows: Iterable<unknown> | AsyncIterable<unknown>): Promise<void> {
  await writeAtomically(path, lines(rows));
}

/** What someone can do about a place that cannot be written. */
export interface DiskAdvice {
  /** Where the place was named. */
  readonly flag: string;
  /** How to go on afterwards. */
  readonly next: string;
}

const rerun: DiskAdvice = {
  flag: '--out',
  next: 'run the same command again: nothing already earned is lost',
};

/** A failure to write as an error for people; everything else as it is. */
export function diskError(path: string, cause: unknown, advice: DiskAdvice = rerun): unknown {
  const message = problemOf(path, cause, advice);
  if (message === undefined) return cause;
  const { code, what } = message;
  return new WinnowError(`${what} and ${advice.next}.`, { code, exit: exitCode.badInput, cause });
}

function problemOf(path: string, cause: unknown, { flag }: DiskAdvice): { code: string; what: string } | undefined {
  switch (errorCode(cause)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return { code: 'disk-full', what: `The disk is full: ${path} could not be written. Free some space` };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EISDIR':
    case 'EEXIST':
      return {
        code: 'not-writable',
        what: `Cannot write ${path}: ${String(errorCode(cause))}. Choose another place with ${flag}`,
      };
    default:
      return undefined;
  }
}

async function* lines(rows: Iterable<unknown> | AsyncIterable<unknown>): AsyncIterable<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}
