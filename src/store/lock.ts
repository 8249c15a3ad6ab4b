import { DatabaseSync } from 'node:sqlite';
import { exitCode, WinnowError } from '../core/error.ts';
import { storeError } from './error.ts';

export interface ProcessLock {
  release(): void;
}

/** Keeps every held lock reachable: a connection that is garbage-collected would give its lock back. */
const held = new Set<DatabaseSync>();

/**
 * Takes the lock of a store, held by an exclusive transaction on a side file: a killed process gives it back by itself.
 * Throws a `WinnowError` with exit code 75 when another process holds it.
 */
export function takeLock(storePath: string): ProcessLock {
  const database = openSideFile(storePath);
  try {
    database.exec('pragma busy_timeout = 0; begin exclusive');
  } catch (cause) {
    database.close();
    if (!isBusy(cause)) throw storeError(storePath, cause);
    throw new WinnowError(
      `Another process is working on ${storePath}. Wait until it ends, or stop it; then run the same command again.`,
      { code: 'locked', exit: exitCode.locked, cause },
    );
  }
  held.add(database);
  return { release: () => release(database) };
}

function release(database: DatabaseSync): void {
  held.delete(database);
  database.close();
}

function openSideFile(storePath: string): DatabaseSync {
  try {
    return new DatabaseSync(`${storePath}.lock`);
  } catch (cause) {
    throw storeError(storePath, cause);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}
