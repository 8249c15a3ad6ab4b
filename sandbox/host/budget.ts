/** Thrown when a candidate's time is over, or when the machine was too busy to tell. */
export class OutOfTime extends Error {
  readonly kind: 'cpu' | 'starved';
  /** The part of the time during which the machine let it run. */
  readonly share: number;

  constructor(kind: 'cpu' | 'starved', share = 1) {
    super(kind);
    this.kind = kind;
    this.share = share;
  }
}

export interface BudgetOptions {
  readonly cpuMs: number;
  /** How much longer than its CPU time a call may take: 1 on a quiet machine, more when that was too little. */
  readonly patience: number;
}

const slackMs = 30;
const microsecondsPerMs = 1000;

/** A candidate's CPU time, shared by all calls into its isolate. */
export class Budget {
  readonly #options: BudgetOptions;
  // Calls run on this thread. The isolate's own `cpuTime` is wall time on Linux.
  readonly #before: NodeJS.CpuUsage = process.threadCpuUsage();
  readonly #startedAt = performance.now();

  constructor(options: BudgetOptions) {
    this.#options = options;
  }

  /** Runs a call with what is left as its time-out. isolated-vm counts wall time, so a busy machine is told apart. */
  spend<T>(call: (timeoutMs: number) => T): T {
    const leftMs = this.#options.cpuMs - this.usedMs;
    if (leftMs <= 0) throw new OutOfTime('cpu');
    try {
      return call(this.#wallMs(leftMs));
    } catch (error) {
      if (!isTimeout(error)) throw error;
      throw this.outOfTime();
    }
  }

  /** The wall time in which all of the CPU time is to be had. */
  get wallMs(): number {
    return this.#wallMs(this.#options.cpuMs);
  }

  /** What to throw when a call did not come back in its wall time. */
  outOfTime(): OutOfTime {
    const { usedMs } = this;
    const share = Math.min(1, usedMs / (performance.now() - this.#startedAt));
    return new OutOfTime(usedMs >= this.#options.cpuMs * 0.95 ? 'cpu' : 'starved', share);
  }

  #wallMs(cpuMs: number): number {
    return Math.ceil(cpuMs * this.#options.patience + slackMs);
  }

  /** CPU time since it was made. */
  get usedMs(): number {
    const { user, system } = process.threadCpuUsage(this.#before);
    return (user + system) / microsecondsPerMs;
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.message === 'Script execution timed out.';
}
