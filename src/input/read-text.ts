import { readFileSync } from 'node:fs';
import { inputError } from '../core/error.ts';

/** Reads a text file that a user named; `what` says what it is for in the error, such as `the configuration`. */
export function readText(path: string, what: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw inputError('file-unreadable', `Cannot read ${what} ${path}: ${whyUnreadable(cause)}.`, cause);
  }
}

/** Why a file cannot be read, in words for people. */
export function whyUnreadable(cause: unknown): string {
  switch (errorCode(cause)) {
    case 'ENOENT':
      return 'there is no such file. Check the path';
    case 'EACCES':
      return 'permission denied';
    case 'EISDIR':
      return 'it is a directory';
    default:
      return cause instanceof Error ? cause.message : String(cause);
  }
}

/** The system's code of an error, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
