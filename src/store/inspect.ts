import { DatabaseSync } from 'node:sqlite';
import { storeError } from './error.ts';

export interface StoreFindings {
  readonly runs: number;
  /** How it writes, such as `wal`. */
  readonly journal: string;
  /** What is wrong with its pages; absent where nothing is. */
  readonly damage?: string;
}

/** Looks into a store without changing it. Throws a `WinnowError` for a file that is none. */
export function inspectStore(path: string): StoreFindings {
  try {
    using database = new DatabaseSync(path, { readOnly: true });
    const first = (sql: string): string => String(Object.values(database.prepare(sql).get() ?? {})[0] ?? '');
    const check = first('pragma quick_check(1)');
    return {
      runs: Number(first('select count(*) from run')),
      journal: first('pragma journal_mode'),
      ...(check !== 'ok' && { damage: check }),
    };
  } catch (cause) {
    throw storeError(path, cause);
  }
}
