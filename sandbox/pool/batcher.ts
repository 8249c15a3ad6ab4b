import type { Job, Outcome } from '../types.ts';
import { faultOf } from './sentence.ts';

interface Pending {
  readonly job: Job;
  readonly settle: (outcome: Outcome) => void;
}

export interface BatcherOptions {
  readonly run: (jobs: readonly Job[]) => Promise<readonly Outcome[]>;
  /** How many batches can be worked on at once. */
  readonly lanes: number;
}

const lingerMs = 1;
const maxBatch = 8;

function unanswered(why: string): Outcome {
  return faultOf('worker-failed', `a worker thread of the sandbox did not answer: ${why}`, true);
}

/** Gathers jobs that are submitted at about the same time, so that one message carries several. */
export class Batcher {
  readonly #options: BatcherOptions;
  #pending: Pending[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(options: BatcherOptions) {
    this.#options = options;
  }

  submit(job: Job): Promise<Outcome> {
    return new Promise((settle) => {
      this.#pending.push({ job, settle });
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
      batch.forEach(({ settle }, index) => settle(outcomes[index] ?? unanswered('an answer is missing')));
    } catch (error) {
      for (const { settle } of batch) settle(unanswered(String(error)));
    }
  }
}
