import type { Pair } from './pair.ts';

/** Mutants that were reached, and how many switches were passed on the way. */
export interface Reached {
  readonly ids: ReadonlySet<string>;
  readonly steps: number;
  /** More switches were passed than a run may. */
  readonly isEndless: boolean;
}

/** The switches of an instrumented solution, as the host turns them. Everything goes through the solution's own realm. */
export class Switched {
  readonly #pair: Pair;

  constructor(pair: Pair) {
    this.#pair = pair;
  }

  /** Puts the switches in place before the solution loads, with one mutant on, or none. */
  arm(id: string): void {
    this.#drive('arm', id);
  }

  /** Bounds how many switches each run may pass. */
  limit(most: number): void {
    this.#drive('limit', String(most));
  }

  /** Remembers randomness and time, for `turn` to go back to. */
  mark(): void {
    this.#drive('mark');
  }

  turn(id: string): void {
    this.#drive('turn', id);
  }

  /** What was reached since it was asked last. */
  reached(): Reached {
    const [isEndless, steps, ...ids] = this.#drive('reached').split(',');
    return { ids: new Set(ids), steps: Number(steps), isEndless: isEndless === '1' };
  }

  #drive(command: string, text = ''): string {
    return this.#pair.inSolution((timeoutMs) => this.#pair.solution.drive(command, text, timeoutMs));
  }
}
