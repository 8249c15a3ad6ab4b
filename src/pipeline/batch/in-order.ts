/** What may be under way at most. One item is always let in, however large. */
export interface WindowBounds {
  readonly items: number;
  readonly bytes: number;
}

export interface InOrderOptions<T, R> {
  readonly source: AsyncIterable<T>;
  readonly sizeOf: (item: T) => number;
  readonly work: (item: T) => Promise<R>;
  /** Gets the results in the order of the source, one at a time. */
  readonly consume: (result: R) => Promise<void>;
  readonly bounds: WindowBounds;
  /** Aborted when nothing more is wanted: a source that waits for something must then give up. */
  readonly ending: AbortController;
}

interface Entry<R> {
  readonly bytes: number;
  readonly result: Promise<R>;
}

/**
 * Works on many items at once and hands on the results in the order of the items. An item counts as under way until
 * its result is consumed, so that one slow item holds up the reading and not the memory. Rejects with the first failure
 * in that order; what came before it has been consumed, and nothing is read or begun any more.
 */
export async function inOrder<T, R>(options: InOrderOptions<T, R>): Promise<void> {
  const window = new Window<R>(options.bounds);
  const filling = fill(window, options);
  try {
    for (let entry = await window.first(); entry; entry = await window.first()) {
      await options.consume(await entry.result);
      window.release(entry);
    }
  } finally {
    options.ending.abort();
    window.open();
    await filling;
  }
}

async function fill<T, R>(window: Window<R>, options: InOrderOptions<T, R>): Promise<void> {
  const { source, sizeOf, work, ending } = options;
  try {
    for await (const item of source) {
      const bytes = sizeOf(item);
      await window.room(bytes);
      if (ending.signal.aborted) break;
      window.add({ bytes, result: work(item) });
    }
  } catch (error) {
    window.add({ bytes: 0, result: Promise.reject(error) });
  }
  window.end();
}

class Window<R> {
  readonly #bounds: WindowBounds;
  readonly #entries: Entry<R>[] = [];
  #items = 0;
  #bytes = 0;
  #hasEnded = false;
  #isOpen = false;
  #wake: () => void = () => {};

  constructor(bounds: WindowBounds) {
    this.#bounds = bounds;
  }

  async room(bytes: number): Promise<void> {
    while (!this.#isOpen && this.#items > 0 && !this.#fits(bytes)) await this.#change();
  }

  add(entry: Entry<R>): void {
    // Whoever takes it sees the failure; it may fail before.
    entry.result.catch(() => {});
    this.#items += 1;
    this.#bytes += entry.bytes;
    this.#entries.push(entry);
    this.#wake();
  }

  /** The next entry; undefined when there will be none. */
  async first(): Promise<Entry<R> | undefined> {
    while (this.#entries.length === 0 && !this.#hasEnded) await this.#change();
    return this.#entries.shift();
  }

  release(entry: Entry<R>): void {
    this.#items -= 1;
    this.#bytes -= entry.bytes;
    this.#wake();
  }

  end(): void {
    this.#hasEnded = true;
    this.#wake();
  }

  /** Lets everything in from now on: nobody waits any more. */
  open(): void {
    this.#isOpen = true;
    this.#wake();
  }

  #fits(bytes: number): boolean {
    return this.#items < this.#bounds.items && this.#bytes + bytes <= this.#bounds.bytes;
  }

  /** Filling and emptying never both wait: one waits for an entry where there is none, the other for room where there is no more. */
  #change(): Promise<void> {
    return new Promise((resolve) => (this.#wake = resolve));
  }
}
