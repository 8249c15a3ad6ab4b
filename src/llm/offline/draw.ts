import type { RequestLabel } from '../../core/ports.ts';
import { seedFrom } from '../../core/id.ts';

/** How a server can fail: refuse, break, never answer, stop in the middle, or answer with something else. */
export const faultKinds = ['429', '500', 'stall', 'truncate', 'garbage'] as const;
export type FaultKind = (typeof faultKinds)[number];
/** The share of attempts, from 0 to 1, that meets each fault. */
export type FaultRates = Readonly<Partial<Record<FaultKind, number>>>;

/** One attempt at one request; draws depend on nothing else, so that a fault is the same in every process. */
export interface Attempt {
  readonly seed: number;
  readonly label: RequestLabel;
  /** Counted from 1. */
  readonly attempt: number;
}

/** The fault that an attempt meets, if any. */
export function drawFault(rates: FaultRates, attempt: Attempt): FaultKind | undefined {
  let left = draw(attempt, 'fault');
  return faultKinds.find((kind) => (left -= rates[kind] ?? 0) < 0);
}

/** An attempt's latency: exponential around the mean, at most ten times as long. */
export function drawLatencyMs(meanMs: number, attempt: Attempt): number {
  return Math.min(10, -Math.log(1 - draw(attempt, 'latency'))) * meanMs;
}

/** From 0 to 1, without 1. */
function draw(attempt: Attempt, purpose: string): number {
  return seedFrom([purpose, attempt]) / 2 ** 31;
}
