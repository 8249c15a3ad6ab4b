import type { Cause } from './sentence.ts';

/** What to do after a child ended: start the next at once or after a pause, or give up until there is work again. */
export interface NextStart {
  readonly delayMs: number;
  readonly isHopeless: boolean;
}

const maxFailures = 3;
const firstDelayMs = 50;
/** A child that somebody kills before it is up says little about whether it can start. */
const strangeFailure = 0.1;

/** Counts children that did not come up, so that a machine that cannot start one is not kept busy with trying. */
export class Starts {
  #failures = 0;

  /** A child was ready. */
  succeeded(): void {
    this.#failures = 0;
  }

  /** A child ended before it was ready. */
  failed(cause: Cause): NextStart {
    this.#failures += cause === 'stranger' || cause === 'frozen' ? strangeFailure : 1;
    if (this.#failures < maxFailures) return { delayMs: firstDelayMs * this.#failures, isHopeless: false };
    this.#failures = 0;
    return { delayMs: 0, isHopeless: true };
  }
}
