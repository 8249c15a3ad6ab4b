import PQueue from 'p-queue';

export interface TurnsOptions {
  /** Whether requests wait for their turn at the model. */
  readonly isWriting: () => boolean;
  /** Pieces of judging at once while that is so. */
  readonly few: number;
}

/** Otherwise what bounds judging is the sandbox; this only keeps what waits for it from being made ready all at once. */
const many = 64;

/**
 * Lets judging take turns. While requests wait to be sent, the time of the main thread and of the machine's cores goes
 * to sending them first: a model that is not asked is time lost, judging can catch up.
 */
export class JudgingTurns {
  readonly #options: TurnsOptions;
  readonly #queue: PQueue;

  constructor(options: TurnsOptions) {
    this.#options = options;
    this.#queue = new PQueue({ concurrency: options.few });
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    this.#adjust();
    try {
      return await this.#queue.add(work);
    } finally {
      this.#adjust();
    }
  }

  #adjust(): void {
    this.#queue.concurrency = this.#options.isWriting() ? this.#options.few : many;
  }
}
