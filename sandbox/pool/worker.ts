/** A worker thread: one lane, and so one child. */
import { workerData } from 'piscina';
import type { Job, Outcome } from '../types.ts';
import { Lane } from './lane.ts';
import type { PoolData } from './pids.ts';

const { pids, channel } = workerData as PoolData;
const slots = new Int32Array(pids);
// The first slot counts the lanes.
const slot = Atomics.add(slots, 0, 1) + 1;
const lane = new Lane({ onPid: (pid) => void Atomics.store(slots, slot, pid) });

const control = new BroadcastChannel(channel);
control.addEventListener('message', () => {
  void lane.close().then(() => Atomics.store(slots, slot, -1));
});

/** Judges a batch; the outcomes are in the order of the jobs. */
export default function judgeBatch(jobs: readonly Job[]): Promise<readonly Outcome[]> {
  return Promise.all(jobs.map((job) => lane.judge(job)));
}
