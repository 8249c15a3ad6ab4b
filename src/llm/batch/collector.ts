/** What one batch may hold, and how long it waits for more. */
export interface CollectorLimits {
  readonly size: number;
  readonly bytes: number;
  /** Without a new request for so long, what there is goes out. */
  readonly lingerMs: number;
}

/** Lines of requests, by their key. */
export type Collected = ReadonlyMap<string, string>;

interface Group<T> {
  readonly lines: Map<string, string>;
  readonly sent: PromiseWithResolvers<T | undefined>;
  bytes: number;
}

/** Gathers requests until there are enough of them, or no more come for a while. */
export class Collector<T> {
  readonly #limits: CollectorLimits;
  readonly #send: (lines: Collected) => T;
  #group: Group<T> | undefined;
  #linger: NodeJS.Timeout | undefined;

  constructor(limits: CollectorLimits, send: (lines: Collected) => T) {
    this.#limits = limits;
    this.#send = send;
  }

  /** Gives what sending the request's batch gave, or undefined when it was dropped. A key that waits already joins. */
  add(key: string, line: string): Promise<T | undefined> {
    const bytes = Buffer.byteLength(line);
    if (this.#group && this.#group.bytes + bytes > this.#limits.bytes) this.flush();
    const group = (this.#group ??= { lines: new Map(), sent: Promise.withResolvers(), bytes: 0 });
    if (!group.lines.has(key)) group.bytes += bytes;
    group.lines.set(key, line);
    if (group.lines.size >= this.#limits.size) this.flush();
    else this.#wait();
    return group.sent.promise;
  }

  /** Sends what there is. */
  flush(): void {
    const group = this.#take();
    group?.sent.resolve(this.#send(group.lines));
  }

  /** Sends nothing of what there is. */
  drop(): void {
    this.#take()?.sent.resolve(undefined);
  }

  #take(): Group<T> | undefined {
    clearTimeout(this.#linger);
    const group = this.#group;
    this.#group = undefined;
    return group;
  }

  #wait(): void {
    clearTimeout(this.#linger);
    this.#linger = setTimeout(() => this.flush(), this.#limits.lingerMs);
  }
}
