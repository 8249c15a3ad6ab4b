import type { WinnowError } from '../core/error.ts';

/**
 * Ends a run between two pieces of work: what is under way finishes and is stored, nothing new begins.
 * The first reason given is the one that the run ends with.
 */
export class Stop {
  #reason: WinnowError | undefined;
  readonly #stopping = new AbortController();
  readonly #underWay = new Set<Promise<unknown>>();

  get reason(): WinnowError | undefined {
    return this.#reason;
  }

  /** Aborts with the first reason: what waits for its turn need not wait any longer. */
  get signal(): AbortSignal {
    return this.#stopping.signal;
  }

  request(reason: WinnowError): void {
    this.#reason ??= reason;
    this.#stopping.abort(this.#reason);
  }

  /** Begins a piece of work, or throws the reason to stop. */
  async begin<T>(work: () => Promise<T>): Promise<T> {
    if (this.#reason) throw this.#reason;
    const started = work();
    this.#underWay.add(started);
    try {
      return await started;
    } finally {
      this.#underWay.delete(started);
    }
  }

  /** Resolves when nothing is under way any more. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }
}

/** Waits for all, then fails if one failed: a failure never leaves its siblings behind half done. */
export async function allDone<T>(work: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(work);
  const failure = settled.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
  return settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}
