import type { Seed } from './seed.ts';

/**
 * The operators of Evol-Instruct (Xu et al. 2023, "WizardLM"; Luo et al. 2023, "WizardCoder"): how a task becomes
 * another, harder one, or (`mutate`) a new one of the same domain.
 */
export const operators = [
  'constrain',
  'deepen',
  'concretise',
  'reason',
  'complicate',
  'debug',
  'bound',
  'mutate',
] as const;

export type Operator = (typeof operators)[number];

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
