import type { Limits } from '../types.ts';

/** Why the supervisor killed a child. */
export type Kill = 'cpu' | 'memory' | 'wall';

const wallFactor = 12;
const wallSlackMs = 5000;
/** Two attempts inside the child, and what V8's helper threads add. */
const cpuFactor = 3;
const cpuSlackMs = 400;
const memoryFactor = 1.25;
const memorySlackMb = 64;

/** The hard wall limit of a candidate. Nothing in the guest waits for real time, so only a stalled machine meets it. */
function wallLimitMs(limits: Limits): number {
  return limits.cpuMs * wallFactor + wallSlackMs;
}

export interface Spent {
  readonly wallMs: number;
  /** Since the candidate started. */
  readonly cpuMs: number;
  readonly residentMb: number;
  /** Of the idle child. */
  readonly baselineMb: number;
}

/** Whether a candidate has gone beyond what the limits inside its isolate should have stopped. */
export function exceeded(limits: Limits, spent: Spent): Kill | undefined {
  if (spent.residentMb - spent.baselineMb > limits.memoryMb * memoryFactor + memorySlackMb) return 'memory';
  if (spent.cpuMs > limits.cpuMs * cpuFactor + cpuSlackMs) return 'cpu';
  return spent.wallMs > wallLimitMs(limits) ? 'wall' : undefined;
}

/** Whether a candidate that met the wall limit did work of its own, or merely waited for the machine. */
export function wasStarved(limits: Limits, cpuMs: number | undefined): boolean {
  return cpuMs !== undefined && cpuMs < limits.cpuMs * 0.5;
}
