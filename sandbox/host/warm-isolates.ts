/**
 * Isolates that hold one context after another: one for solutions, one for each kind of suites. What a snapshot's code
 * compiled to is kept, which makes it several times faster than in a fresh isolate. Solution and suite are never in
 * the same one. Nothing but memory and time can pass from one candidate to the next, and a candidate that runs out of
 * either is judged again in isolates of its own.
 */
import ivm from 'isolated-vm';
import { guestOf, type GuestKind } from './snapshot.ts';

interface Warm {
  readonly isolate: ivm.Isolate;
  readonly memoryMb: number;
  uses: number;
}

const maxUses = 100;
const checkEvery = 8;
const leastMb = 8;
const warm = new Map<GuestKind, Warm>();

export function warmIsolate(kind: GuestKind, memoryMb: number): ivm.Isolate {
  const known = warm.get(kind);
  if (known !== undefined && isFit(known) && known.memoryMb === memoryMb) {
    known.uses++;
    return known.isolate;
  }
  dropIsolate(kind);
  const isolate = new ivm.Isolate({ memoryLimit: Math.max(leastMb, memoryMb), snapshot: guestOf(kind).snapshot });
  warm.set(kind, { isolate, memoryMb, uses: 1 });
  return isolate;
}

/** Whether there is room for another context: what others have left behind must not be what ends it. */
function isFit({ isolate, uses }: Warm): boolean {
  if (isolate.isDisposed || uses >= maxUses) return false;
  if (uses % checkEvery !== 0) return true;
  const { used_heap_size: used, heap_size_limit: limit } = isolate.getHeapStatisticsSync();
  return used < limit / 2;
}

/** Ends the isolate of a kind: what went wrong in it must not be there for the next context. */
export function dropIsolate(kind: GuestKind): void {
  const known = warm.get(kind);
  warm.delete(kind);
  if (known !== undefined && !known.isolate.isDisposed) known.isolate.dispose();
}
