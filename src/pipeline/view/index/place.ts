import { accessSync, constants, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { inputError } from '../../../core/error.ts';
import { contentHash } from '../../../core/id.ts';
import { journalName } from '../../../core/journal.ts';
import { openStoreReader, type StoreReader, type StoredRun } from '../../../store/reader.ts';

/** Where a run is that is looked at. */
export interface RunPlace {
  readonly dir: string;
  readonly storePath: string;
  readonly indexPath: string;
}

/** A run's store as far as it is there. */
export interface OpenedRun {
  readonly reader: StoreReader;
  readonly run: StoredRun;
}

/** Finds a run's directory and store. Throws an input error where there is no run. */
export function placeOf(dir: string, store?: string): RunPlace {
  const at = resolve(dir);
  const storePath = store === undefined ? join(at, 'run.db') : resolve(store);
  if (![join(at, 'samples.jsonl'), join(at, journalName), storePath].some((path) => existsSync(path))) {
    throw inputError(
      'no-run',
      `There is no run in ${dir}: neither run.db nor samples.jsonl is there. Name the directory that winnow run was given with --out.`,
    );
  }
  return { dir: at, storePath, indexPath: indexPathOf(at) };
}

/** Beside the run, or where nothing can be written there, in the system's folder for what is temporary. */
function indexPathOf(dir: string): string {
  try {
    accessSync(dir, constants.W_OK);
    return join(dir, 'view.db');
  } catch {
    return join(tmpdir(), `winnow-view-${contentHash(dir).slice(0, 16)}.db`);
  }
}

/** Opens a run's store; undefined where there is none, or none of this directory. */
export function openRun({ dir, storePath }: RunPlace): OpenedRun | undefined {
  if (!existsSync(storePath)) return undefined;
  const reader = openStoreReader(storePath);
  const run = reader?.findRun(relative(dirname(storePath), dir) || '.');
  if (reader && run) return { reader, run };
  reader?.[Symbol.dispose]();
  return undefined;
}
