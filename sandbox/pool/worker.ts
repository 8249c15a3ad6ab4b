/** A worker thread: one lane, and so one child. It judges what it is sent, until it is told to close. */
import { parentPort, workerData } from 'node:worker_threads';
import { Lane } from './lane.ts';
import type { FromLane, Judged, LaneData, Numbered, ToLane } from './lane-messages.ts';
import { Outbox } from './outbox.ts';

const { pids, slot, launches, packages } = workerData as LaneData;
const slots = new Int32Array(pids);
const lane = new Lane({ launches, packages, onPid: (pid) => void Atomics.store(slots, slot, pid) });
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
const outbox = new Outbox<Judged>((judged) => parentPort?.postMessage(judged satisfies FromLane));
let outstanding = 0;

async function judge({ id, job }: Numbered): Promise<void> {
  outstanding++;
  const outcome = await lane.judge(job);
  outbox.add({ id, outcome }, --outstanding);
}

async function close(): Promise<void> {
  await lane.close();
  outbox.flush();
  parentPort?.close();
}

parentPort?.on('message', (message: ToLane) => {
  if (message.kind === 'close') void close();
  else for (const numbered of message.jobs) void judge(numbered);
});
