/**
 * The hard limits: what the supervisor allows a child before it kills it. They stand well beyond the soft limits inside
 * the child, which stop nearly every candidate; here end those that hold a native loop or allocate past their isolate.
 */
import type { Limits } from '../types.ts';

/**
 * A child judges a candidate that met its CPU limit once more, in isolates that nobody used before. Each of the two
 * attempts may run a fifth over its budget, as that is looked at when a call comes back, and compiling comes on top.
 * So whoever meets this limit has had both attempts' time without coming back once: no third run is needed to be sure.
 */
const cpuFactor = 3;
const cpuSlackMs = 400;

/** Nothing in the guest waits for real time, so only a stalled machine meets the wall limit. */
const wallFactor = 12;
const wallSlackMs = 5000;

/**
 * What a child may hold beside what its candidate is allowed: V8's young generation and what it keeps back of freed
 * memory, the text of a report, and what a candidate allocates until it is killed.
 */
const memorySlackMb = 96;

/** Resident memory of a child that has judged nothing yet, at most: Node, the guests and their snapshots. */
const idleChildMb = 176;

/** What the process of the caller needs for the pool itself: threads, and jobs under way. */
const poolMb = 128;

export function cpuLimitMs({ cpuMs }: Limits): number {
  return cpuMs * cpuFactor + cpuSlackMs;
}

export function wallLimitMs({ cpuMs }: Limits): number {
  return cpuMs * wallFactor + wallSlackMs;
}

/** How far a child may grow over what it holds when idle. Solution and suite share it. */
export function growthLimitMb({ memoryMb }: Limits): number {
  return memoryMb + memorySlackMb;
}

/**
 * Resident memory in MB that a sandbox adds to its process tree, at most: so many children, each with the memory limit
 * of its candidate and {@link memoryPerChildMb}, and a constant for the pool.
 */
export function treeLimitMb(concurrency: number, memoryMb: number): number {
  return concurrency * (memoryMb + memoryPerChildMb) + poolMb;
}

/** Resident memory in MB of a child beyond the memory limit of its candidate, at most. */
export const memoryPerChildMb: number = idleChildMb + memorySlackMb;
