import type { Job, Outcome } from '../types.ts';

interface Pending {
  readonly job: Job;
  readonly settle: (outcome: Outcome) => void;
  readonly fail: (error: unknown) => void;
}

export interface BatcherOptions {
  readonly run: (jobs: readonly Job[]) => Promise<readonly Outcome[]>;
  /** How many batches can be worked on at once. */
  readonly lanes: number;
}

const lingerMs = 1;
const maxBatch = 8;

/** Gathers jobs that are submitted at about the same time, so that one message carries several. */
export class Batcher {
  readonly #options: BatcherOptions;
  #pending: Pending[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(options: BatcherOptions) {
    this.#options = options;
  }

  submit(job: Job): Promise<Outcome> {
    return new Promise((settle, fail) => {
      this.#pending.push({ job, settle, fail });
      if (this.#pending.length >= maxBatch * this.#options.lanes) this.#flush();
      else this.#timer ??= setTimeout(() => this.#flush(), lingerMs);
    });
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const pending = this.#pending;
    this.#pending = [];
    const size = Math.min(maxBatch, Math.ceil(pending.length / this.#options.lanes));
    for (let from = 0; from < pending.length; from += size) void this.#run(pending.slice(from, from + size));
  }

  async #run(batch: readonly Pending[]): Promise<void> {
    try {
      const outcomes = await this.#options.run(batch.map(({ job }) => job));
      batch.forEach(({ settle, fail }, index) => {
        const outcome = outcomes[index];
        if (outcome === undefined) fail(new Error('a worker answered fewer jobs than it was given'));
        else settle(outcome);
      });
    } catch (error) {
      for (const { fail } of batch) fail(error);
    }
  }
}
