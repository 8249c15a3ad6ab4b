/**
 * Ends the process when its parent is gone, even while untrusted code holds the main thread in a native loop. Killing
 * is the only way out of such a loop, and a dead parent can no longer do it.
 */
import { parentPort, workerData } from 'node:worker_threads';

const intervalMs = 500;
const parent = workerData as number;

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, intervalMs);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
parentPort?.postMessage('watching');
