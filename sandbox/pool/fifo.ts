/** From so many free places at the front on, an array is worth moving. */
const minFree = 64;

/**
 * What came first goes out first, in constant time. Not a Map or a Set, though both keep that order: V8's tables are
 * chained, each to the one that took its place, and still hold what they held then. Once one of the chain is in the old
 * generation, every later one follows it there with all that it held, and megabytes of what is long done wait for the
 * next full collection. Places in an array are emptied.
 */
export class Fifo<T> {
  readonly #items: (T | undefined)[] = [];
  #first = 0;

  get size(): number {
    return this.#items.length - this.#first;
  }

  push(item: T): void {
    this.#items.push(item);
  }

  /** Takes out the first ones, at most so many. */
  take(atMost: number): T[] {
    const taken = this.#items.slice(this.#first, this.#first + atMost) as T[];
    this.#items.fill(undefined, this.#first, this.#first + taken.length);
    this.#first += taken.length;
    this.#moveUp();
    return taken;
  }

  /** Takes out all. */
  drain(): T[] {
    return this.take(this.size);
  }

  #moveUp(): void {
    if (this.#first < minFree || this.#first < this.size) return;
    this.#items.splice(0, this.#first);
    this.#first = 0;
  }
}
