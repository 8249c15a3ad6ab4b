import type ivm from 'isolated-vm';

/** Thrown when a candidate's time is over, or when the machine was too busy to tell. */
export class OutOfTime extends Error {
  readonly kind: 'cpu' | 'starved';

  constructor(kind: 'cpu' | 'starved') {
    super(kind);
    this.kind = kind;
  }
}

export interface BudgetOptions {
  readonly cpuMs: number;
  /** How much longer than its CPU time a call may take: 1 on a quiet machine, more when that was too little. */
  readonly patience: number;
}

const slackMs = 30;
const nanosecondsPerMs = 1_000_000;

/** A candidate's CPU time, shared by all calls into its isolate. */
export class Budget {
  readonly #isolate: ivm.Isolate;
  readonly #options: BudgetOptions;

  constructor(isolate: ivm.Isolate, options: BudgetOptions) {
    this.#isolate = isolate;
    this.#options = options;
  }

  /** Runs a call with what is left as its time-out. isolated-vm counts wall time, so a busy machine is told apart. */
  spend<T>(call: (timeoutMs: number) => T): T {
    const leftMs = this.#options.cpuMs - this.#usedMs();
    if (leftMs <= 0) throw new OutOfTime('cpu');
    try {
      return call(Math.ceil(leftMs * this.#options.patience + slackMs));
    } catch (error) {
      if (!isTimeout(error)) throw error;
      throw new OutOfTime(this.#usedMs() >= this.#options.cpuMs * 0.95 ? 'cpu' : 'starved');
    }
  }

  #usedMs(): number {
    return this.#isolate.isDisposed ? 0 : Number(this.#isolate.cpuTime) / nanosecondsPerMs;
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.message === 'Script execution timed out.';
}
