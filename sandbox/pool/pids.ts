import { setTimeout } from 'node:timers/promises';

/** What every worker thread is given when it starts. */
export interface PoolData {
  /** Int32: the number of lanes, then each lane's child process, 0 between children, -1 once closed. */
  readonly pids: SharedArrayBuffer;
  /** Name of the broadcast channel on which a message means: close. */
  readonly channel: string;
}

const maxLanes = 512;
const pollMs = 5;
const patienceMs = 5000;

export function createPids(): SharedArrayBuffer {
  return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * (maxLanes + 1));
}

function lanes(pids: SharedArrayBuffer): number[] {
  const slots = new Int32Array(pids);
  return [...slots.subarray(1, 1 + Atomics.load(slots, 0))];
}

/** Process ids of the children alive now. */
export function livingPids(pids: SharedArrayBuffer): number[] {
  return lanes(pids).filter((pid) => pid > 0);
}

/** Tells every lane to close, those too that are only starting, and resolves when they have, or after a while. */
export async function closeLanes({ pids, channel }: PoolData, count: number): Promise<void> {
  const control = new BroadcastChannel(channel);
  const deadline = performance.now() + patienceMs;
  const isOpen = (): boolean => lanes(pids).length < count || lanes(pids).some((pid) => pid !== -1);
  while (isOpen() && performance.now() < deadline) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
    control.postMessage('close');
    await setTimeout(pollMs);
  }
  control.close();
}
