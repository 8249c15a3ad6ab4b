import type { Job } from '../../sandbox/index.ts';
import type { Expectation } from '../../tests/sandbox/attacks/expectation.ts';

/** A candidate whose verdict is known. */
export interface SoakCandidate {
  /** What it is an instance of. */
  readonly kind: string;
  readonly job: Job;
  /** Any of these is right. */
  readonly expectations: readonly Expectation[];
}

/** Generous beside what a small solution takes, so that no honest one comes near. */
export const honestLimits: Job['limits'] = { cpuMs: 3000, memoryMb: 128, outputKb: 256 };
/** For what runs until it is stopped. */
export const hostileLimits: Job['limits'] = { cpuMs: 100, memoryMb: 32, outputKb: 32 };
