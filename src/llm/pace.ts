export interface PaceOptions {
  readonly max: number;
  /** Default 1. */
  readonly min?: number;
  /** Default `max`. */
  readonly initial?: number;
}

/** Names the time between two decreases. */
export type Era = number;

/**
 * How many requests may be in flight: one more after each round of successes, half as many after congestion
 * (Chiu and Jain, "Analysis of the Increase and Decrease Algorithms for Congestion Avoidance", 1989).
 */
export class Pace {
  readonly #max: number;
  readonly #min: number;
  #limit: number;
  #era: Era = 0;

  constructor({ max, min = 1, initial = max }: PaceOptions) {
    this.#max = Math.max(1, Math.floor(max));
    this.#min = Math.min(this.#max, Math.max(1, Math.floor(min)));
    this.#limit = this.#bounded(initial);
  }

  /** A whole number from min to max. */
  get limit(): number {
    return Math.floor(this.#limit);
  }

  /** To be noted when a request is sent. */
  get era(): Era {
    return this.#era;
  }

  succeeded(): void {
    this.#limit = this.#bounded(this.#limit + 1 / this.#limit);
  }

  /** Requests that were in flight together count as one congestion: only the first of an era halves. */
  congested(sentIn: Era): void {
    if (sentIn !== this.#era) return;
    this.#era += 1;
    this.#limit = this.#bounded(this.#limit / 2);
  }

  #bounded(limit: number): number {
    return Math.min(this.#max, Math.max(this.#min, limit));
  }
}
