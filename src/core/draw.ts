import type { Operator } from './operator.ts';
import type { Seed } from './seed.ts';

/** A seed, and the operators by which the task that it inspires is evolved, in their order. */
export interface Draw {
  /** `<seed id>+<operator>+…`, unique in a run; requests about the draw's task go under this name. */
  readonly key: string;
  readonly seed: Seed;
  readonly operators: readonly Operator[];
}

export function drawOf(seed: Seed, chain: readonly Operator[] = []): Draw {
  return { key: drawKey(seed.id, chain), seed, operators: chain };
}

export function drawKey(seed: string, chain: readonly Operator[]): string {
  return [seed, ...chain].join('+');
}
