import PQueue from 'p-queue';

/** Work that was not begun, for a reason that is not the work's: it may be sent again. */
export class Overloaded extends Error {
  /** `queue-full`: there was no room; `waited`: its turn did not come in time; `closing`: the server ends. */
  readonly code: 'queue-full' | 'waited' | 'closing';

  constructor(code: Overloaded['code'], message: string) {
    super(message);
    this.name = 'Overloaded';
    this.code = code;
  }
}

export interface QueueOptions {
  /** Jobs at the same time. */
  readonly concurrency: number;
  /** Jobs that wait, at most. */
  readonly capacity: number;
}

export interface Turn {
  /** Aborting takes a job that waits out of the queue. */
  readonly signal: AbortSignal;
  readonly maxWaitMs: number;
}

/** A queue of jobs that says no when it is full, or when a job has waited too long, instead of answering late. */
export class JobQueue {
  readonly #queue: PQueue;
  readonly #capacity: number;
  readonly #closing = new AbortController();

  constructor({ concurrency, capacity }: QueueOptions) {
    this.#queue = new PQueue({ concurrency });
    this.#capacity = capacity;
  }

  get waiting(): number {
    return this.#queue.size;
  }

  get running(): number {
    return this.#queue.pending;
  }

  get capacity(): number {
    return this.#capacity;
  }

  /** Whether so many more jobs can wait. What begins at once needs no room. */
  hasRoom(jobs: number): boolean {
    const free = this.#queue.concurrency - this.running;
    return this.waiting + jobs - Math.max(0, free) <= this.#capacity;
  }

  /** Does a job when its turn comes. Rejects with `Overloaded`, or with the reason of the signal, when it does not. */
  async run<T>(job: () => Promise<T>, { signal, maxWaitMs }: Turn): Promise<T> {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(new Overloaded('waited', 'its turn did not come in time')), maxWaitMs);
    try {
      return await this.#queue.add(
        async () => {
          clearTimeout(timer);
          return await job();
        },
        { signal: AbortSignal.any([signal, late.signal, this.#closing.signal]) },
      );
    } finally {
      clearTimeout(timer);
    }
  }

  /** Refuses what waits, and resolves when nothing runs any more. */
  async close(): Promise<void> {
    this.#closing.abort(new Overloaded('closing', 'the server is ending'));
    await this.#queue.onIdle();
  }
}
