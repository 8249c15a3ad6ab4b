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

/** Resolves when every lane has closed, or after a while. */
export async function allClosed(pids: SharedArrayBuffer): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (lanes(pids).some((pid) => pid !== -1) && performance.now() < deadline) await setTimeout(pollMs);
}
