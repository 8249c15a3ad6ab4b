/** Timers in the order in which they are due; those due at once keep the order in which they were set. */
export interface Timer {
  readonly id: number;
  readonly run: () => void;
  /** For timers that repeat, in milliseconds. */
  readonly everyMs: number | undefined;
  /** By the clock that owns the queue, in its own unit. */
  due: number;
}

export class TimerQueue {
  readonly #sorted: Timer[] = [];

  get size(): number {
    return this.#sorted.length;
  }

  get next(): Timer | undefined {
    return this.#sorted[0];
  }

  get last(): Timer | undefined {
    return this.#sorted.at(-1);
  }

  add(timer: Timer): void {
    this.#sorted.splice(this.#placeOf(timer), 0, timer);
  }

  /** False when there is no such timer. */
  delete(id: number): boolean {
    const at = this.#sorted.findIndex((timer) => timer.id === id);
    if (at >= 0) this.#sorted.splice(at, 1);
    return at >= 0;
  }

  clear(): void {
    this.#sorted.length = 0;
  }

  /** Takes the next timer out, unless it repeats: then it is due again after its interval, of which `unit` are a millisecond. */
  take(unit: number): Timer | undefined {
    const timer = this.#sorted.shift();
    if (timer?.everyMs === undefined) return timer;
    timer.due += Math.max(1, timer.everyMs) * unit;
    this.add(timer);
    return timer;
  }

  #placeOf({ due, id }: Timer): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#sorted[middle] as Timer;
      if (other.due < due || (other.due === due && other.id < id)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
