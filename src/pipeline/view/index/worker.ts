import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { takeLock } from '../../../store/lock.ts';
import type { RunPlace } from './place.ts';
import { updateIndex } from './update.ts';
import { IndexWriter } from './writer.ts';

/** Runs as a thread of its own: keeps the index of a run up to date for as long as it is let, and says what hinders it. */
const place = workerData as RunPlace;
const lookMs = 1000;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
const tell = (problem: string | undefined): void => parentPort?.postMessage(problem);

for (;;) {
  try {
    await follow();
  } catch (error) {
    tell(isHeldElsewhere(error) ? undefined : wordsOf(error));
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
    tell(undefined);
    await sleep(lookMs);
  }
}

/** Another server of the same run does the work: this one takes over when that ends. */
function isHeldElsewhere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'locked';
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
