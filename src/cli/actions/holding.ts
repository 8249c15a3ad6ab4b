import { dirname, join, relative, resolve } from 'node:path';
import type { Store } from '../../core/store.ts';
import { Stop } from '../../pipeline/stop.ts';
import { openEmbeddedStore } from '../../store/embedded.ts';
import { refuseRemote } from '../../store/error.ts';
import { takeLock } from '../../store/lock.ts';
import { showProgress, type Progress } from '../render/progress.ts';
import { stopOnSignals } from '../signals.ts';

/** What a command works with while it holds a store. */
export interface Held {
  readonly store: Store;
  readonly stop: Stop;
  readonly progress: Progress;
}

/** Where a run's store is: as `--store` says, or in the run's directory. Throws an input error for a remote one. */
export function storePathOf(flag: string | undefined, dir: string): string {
  refuseRemote(flag ?? '');
  return flag === undefined ? join(dir, 'run.db') : resolve(flag);
}

/** A run's directory as its store knows it. */
export function dirKeyOf(storePath: string, dir: string): string {
  return relative(dirname(storePath), dir) || '.';
}

/**
 * Works with the store's lock held, its progress shown and signals heeded, and gives everything back whatever happens;
 * `interrupted` is what Ctrl-C ends with. Throws a `WinnowError` with exit code 75 when another process holds the store.
 */
export async function holding(
  storePath: string,
  work: (held: Held) => Promise<void>,
  interrupted?: string,
): Promise<void> {
  const lock = takeLock(storePath);
  using cleanup = new DisposableStack();
  cleanup.defer(() => lock.release());
  const stop = new Stop();
  cleanup.defer(stopOnSignals(stop, interrupted));
  const progress = showProgress(process.stderr);
  cleanup.defer(() => progress.end());
  const store = openEmbeddedStore(storePath);
  try {
    await work({ store, stop, progress });
  } finally {
    await store.close();
  }
}
