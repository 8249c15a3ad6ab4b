import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { inputError, type WinnowError } from '../core/error.ts';
import { diskError } from '../output/atomic-file.ts';
import { storeError } from './error.ts';

/** What a store holds, and whether it is whole. */
export interface StoreCheck {
  readonly bytes: number;
  /** Pages that nothing is on: what compacting gives back. */
  readonly freeBytes: number;
  readonly runs: { readonly open: number; readonly finished: number };
  readonly replies: number;
  readonly verdicts: number;
  readonly items: number;
  /** Rows that the runs of the store have accepted. */
  readonly accepted: number;
  /** What is wrong; empty where nothing is. */
  readonly damage: readonly string[];
}

/** Reads every page of a store, and counts what is in it. Throws a `WinnowError` for a file that is none. */
export function checkWhole(path: string): StoreCheck {
  return opened(path, { readOnly: true }, (database) => {
    const count = (sql: string): number => Number(Object.values(database.prepare(sql).get() ?? {})[0] ?? 0);
    const damage = database
      .prepare('pragma integrity_check(20)')
      .all()
      .map((row) => String(Object.values(row)[0]));
    return {
      bytes: statSync(path).size,
      freeBytes: count('pragma freelist_count') * count('pragma page_size'),
      runs: {
        open: count("select count(*) from run where state = 'open'"),
        finished: count("select count(*) from run where state = 'finished'"),
      },
      replies: count('select count(*) from llm_call where reply is not null'),
      verdicts: count('select count(*) from verdict'),
      items: count('select count(*) from item'),
      accepted: count("select count(*) from item where kind = 'accepted'"),
      damage: damage.filter((line) => line !== 'ok'),
    };
  });
}

/** Copies a store as it is at one moment, while others may write to it. The copy is complete when its name appears. */
export async function backUp(path: string, to: string): Promise<void> {
  if (existsSync(to)) throw taken(to);
  const partial = `${to}.partial`;
  await openedFor(path, async (database) => {
    try {
      await backup(database, partial);
      renameSync(partial, to);
    } catch (cause) {
      rmSync(partial, { force: true });
      throw diskError(to, cause);
    }
  });
}

/** Gives back the pages that nothing is on; returns how many bytes the file has become smaller. */
export function compact(path: string): number {
  const before = statSync(path).size;
  opened(path, {}, (database) =>
    database.exec('pragma wal_checkpoint(truncate); vacuum; pragma wal_checkpoint(truncate)'),
  );
  return Math.max(0, before - statSync(path).size);
}

/**
 * Forgets the replies of models: rows, their evidence and verdicts stay, but nothing can be judged again from replies, and
 * a run that asks the same again pays again. Throws an input error while a run is open, which still needs them.
 */
export function pruneReplies(path: string): number {
  return opened(path, {}, (database) => {
    const { open = 0 } = database.prepare("select count(*) as open from run where state = 'open'").get() ?? {};
    if (Number(open) > 0) throw stillOpen(path, Number(open));
    return Number(database.prepare('delete from llm_call where reply is not null').run().changes);
  });
}

function opened<T>(path: string, options: { readonly readOnly?: boolean }, work: (database: DatabaseSync) => T): T {
  refuseMissing(path);
  try {
    using database = new DatabaseSync(path, options);
    return work(database);
  } catch (cause) {
    throw storeError(path, cause);
  }
}

async function openedFor(path: string, work: (database: DatabaseSync) => Promise<void>): Promise<void> {
  refuseMissing(path);
  try {
    using database = new DatabaseSync(path, { readOnly: true });
    await work(database);
  } catch (cause) {
    throw storeError(path, cause);
  }
}

function refuseMissing(path: string): void {
  if (!existsSync(path))
    throw inputError(
      'store-missing',
      `There is no store at ${path}. A run's is DIR/run.db, and that of all nights DIR/nights.db.`,
    );
}

function taken(path: string): WinnowError {
  return inputError('out-taken', `${path} is there already. Choose another name for the copy.`);
}

function stillOpen(path: string, runs: number): WinnowError {
  return inputError(
    'run-open',
    `${runs} run${runs === 1 ? '' : 's'} of ${path} ${runs === 1 ? 'is' : 'are'} not finished and may still need stored replies. Let ${runs === 1 ? 'it' : 'them'} come to an end first.`,
  );
}
