import { setTimeout as sleep } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import { takeLock } from '../../../store/lock.ts';
import type { RunPlace } from './place.ts';
import { updateIndex } from './update.ts';
import { IndexWriter } from './writer.ts';

/** Runs as a thread of its own: keeps the index of a run up to date for as long as it is let. */
const place = workerData as RunPlace;
const lookMs = 1000;

for (;;) {
  try {
    await follow();
  } catch (error) {
    if (!isHeldElsewhere(error)) throw error;
  }
  await sleep(lookMs);
}

async function follow(): Promise<never> {
  const lock = takeLock(place.indexPath);
  using cleanup = new DisposableStack();
  cleanup.defer(() => lock.release());
  const index = cleanup.use(new IndexWriter(place.indexPath));
  for (;;) {
    for (const _ of updateIndex(index, place)) await sleep(0);
    await sleep(lookMs);
  }
}

/** Another server of the same run does the work: this one takes over when that ends. */
function isHeldElsewhere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'locked';
}
