import { entropy } from './vendi.ts';

/** How often each of some values came. */
export class Counts {
  readonly #times = new Map<string, number>();
  #total = 0;

  add(value: string, times = 1): void {
    this.#times.set(value, (this.#times.get(value) ?? 0) + times);
    this.#total += times;
  }

  get total(): number {
    return this.#total;
  }

  get size(): number {
    return this.#times.size;
  }

  of(value: string): number {
    return this.#times.get(value) ?? 0;
  }

  /** Most frequent first. */
  entries(): [string, number][] {
    return [...this.#times].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  }

  /** How evenly the values are spread: 0 where there is one alone, 1 where all of `among` values come equally often. */
  evenness(among: number = this.size): number {
    if (among <= 1 || this.#total === 0) return 0;
    return entropy(this.#times.values().map((times) => times / this.#total)) / Math.log(Math.max(among, this.size));
  }
}
