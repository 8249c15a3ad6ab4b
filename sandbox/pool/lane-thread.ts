import { Worker } from 'node:worker_threads';
import { entryPath } from '../entry-path.ts';
import type { LaneEvents, LaneLink } from './dispatcher.ts';
import type { FromLane, LaneData, ToLane } from './lane-messages.ts';

const closeLimitMs = 5000;

/**
 * Starts a thread with one lane in it, so that its child is fed and held to its limits however busy the caller's thread
 * is. When the thread ends, so do the lane and the child. `onThread` is told of the thread.
 */
export function openLaneThread(data: LaneData, events: LaneEvents, onThread?: (thread: Worker) => void): LaneLink {
  // Flags of the caller's own, such as those of a script given as text, mean nothing to a thread.
  const thread = new Worker(entryPath('pool/worker'), { workerData: data, execArgv: [] });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
  const tell = (message: ToLane): void => thread.postMessage(message);
  const isGone = Promise.withResolvers<void>();
  let isClosing = false;
  let why = 'it exited';
  onThread?.(thread);
  thread.on('message', (judged: FromLane) => events.onJudged(judged));
  thread.on('error', (error) => (why = String(error)));
  thread.on('exit', () => {
    killChild(data);
    isGone.resolve();
    if (!isClosing) events.onLost(why);
  });
  return {
    send: (jobs) => tell({ kind: 'judge', jobs }),
    hold: (isHeld) => (isHeld ? thread.ref() : thread.unref()),
    close: async () => {
      isClosing = true;
      thread.ref();
      tell({ kind: 'close' });
      const timer = setTimeout(() => void thread.terminate(), closeLimitMs);
      await isGone.promise;
      clearTimeout(timer);
    },
  };
}

/** A thread that ends by itself leaves its child without anybody to hold it to its limits. */
function killChild({ pids, slot }: Pick<LaneData, 'pids' | 'slot'>): void {
  const pid = Atomics.exchange(new Int32Array(pids), slot, 0);
  if (pid === 0) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
