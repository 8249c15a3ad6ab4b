import type { Operator } from './operator.ts';
import type { Seed } from './seed.ts';

/** A seed, and the operators by which the task that it inspires is evolved, in their order. */
export interface Draw {
  /** `<seed id>~<take>+<operator>+…`, unique in a run; requests about the draw's task go under this name. */
  readonly key: string;
  readonly seed: Seed;
  readonly operators: readonly Operator[];
  /** Which of several draws of the same; absent for the first. */
  readonly take?: number;
}

export function drawOf(seed: Seed, chain: readonly Operator[] = [], take = 0): Draw {
  return { key: drawKey(seed.id, chain, take), seed, operators: chain, ...(take > 0 && { take }) };
}

export function drawKey(seed: string, chain: readonly Operator[], take = 0): string {
  return [take === 0 ? seed : `${seed}~${take}`, ...chain].join('+');
}
