import type { Limits } from '../types.ts';
import { cpuLimitMs, growthLimitMb, wallLimitMs } from './limits.ts';
import type { Usage } from './proc.ts';

/**
 * Why a child is to be killed: a limit that its candidate went beyond for certain; memory that may be due to those
 * before it; little or no CPU time in all the wall time it may take; or that somebody stopped the process.
 */
export type Stop = 'cpu' | 'memory' | 'crowded' | 'wall' | 'starved' | 'frozen';

export interface Sample {
  readonly atMs: number;
  readonly usage: Usage | undefined;
}

const calmMs = 20;
const alertMs = 2;
/** Growth between two samples from which on memory is looked at more often. */
const alertGrowthMb = 8;
/** So near to the limit, too: more than one thread can touch from one calm sample to the next. */
const alertNearMb = 64;
/** Time that counts between two samples, at most: while the supervisor itself is stopped, nobody else is to blame. */
const maxStepMs = 200;
const frozenLimitMs = 500;

/** What is known of the candidate at work. */
interface Watched {
  readonly limits: Limits;
  readonly cpuBeforeMs: number;
  readonly residentBeforeMb: number;
  wallMs: number;
  frozenMs: number;
}

/** Holds one child to the limits of the candidate that it is busy with, from samples of its usage. Knows no process and no clock. */
export class Watch {
  readonly #idleMb: number;
  #last: Sample | undefined;
  #watched: Watched | undefined;
  #isAlert = false;

  /** `idleMb` is the child's resident memory before its first candidate. */
  constructor(idleMb: number) {
    this.#idleMb = idleMb;
  }

  /** How long to wait for the next sample. */
  get pauseMs(): number {
    return this.#isAlert ? alertMs : calmMs;
  }

  /** How much the child holds beyond what it did when idle, as of the last sample. */
  get growthMb(): number {
    return (this.#last?.usage?.residentMb ?? this.#idleMb) - this.#idleMb;
  }

  /** The child turns to a candidate, about now. */
  begin(limits: Limits): void {
    const before = this.#last?.usage;
    this.#watched = {
      limits,
      // At most one pause old, which the slack of the limits covers.
      cpuBeforeMs: before?.cpuMs ?? 0,
      residentBeforeMb: before?.residentMb ?? this.#idleMb,
      wallMs: 0,
      frozenMs: 0,
    };
  }

  /** The child has nothing to do. */
  end(): void {
    this.#watched = undefined;
    this.#isAlert = false;
  }

  /** Takes a sample and says whether the child must be killed for it. */
  take(sample: Sample): Stop | undefined {
    const last = this.#last;
    this.#last = sample;
    const grownMb = (sample.usage?.residentMb ?? 0) - (last?.usage?.residentMb ?? this.#idleMb);
    if (this.#watched === undefined) return undefined;
    const leftMb = growthLimitMb(this.#watched.limits) - this.growthMb;
    this.#isAlert = grownMb > alertGrowthMb || leftMb < alertNearMb;
    const stepMs = last === undefined ? 0 : Math.min(sample.atMs - last.atMs, maxStepMs);
    return this.#judge(this.#watched, sample.usage, stepMs);
  }

  #judge(watched: Watched, usage: Usage | undefined, stepMs: number): Stop | undefined {
    const { limits } = watched;
    const cpuMs = (usage?.cpuMs ?? 0) - watched.cpuBeforeMs;
    watched.wallMs += stepMs;
    watched.frozenMs = usage?.isStopped === true ? watched.frozenMs + stepMs : 0;
    if (this.growthMb > growthLimitMb(limits)) return this.#blame(watched);
    if (cpuMs > cpuLimitMs(limits)) return 'cpu';
    if (watched.frozenMs > frozenLimitMs) return 'frozen';
    if (watched.wallMs <= wallLimitMs(limits)) return undefined;
    return usage !== undefined && cpuMs < limits.cpuMs ? 'starved' : 'wall';
  }

  /** Only a candidate that took more than its own limit since it began is certain to be the one. */
  #blame({ limits, residentBeforeMb }: Watched): Stop {
    return this.growthMb + this.#idleMb - residentBeforeMb > limits.memoryMb ? 'memory' : 'crowded';
  }
}
