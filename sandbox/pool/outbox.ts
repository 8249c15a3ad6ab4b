const lingerMs = 4;
const maxHeld = 8;
/** With fewer jobs than that in hand, a lane may run dry while what it has done lies here. */
const plenty = 6;

/** Gathers what is done, so that one message, and one waking of the other thread, carries several. */
export class Outbox<T> {
  readonly #post: (items: readonly T[]) => void;
  #items: T[] = [];
  #timer: NodeJS.Timeout | undefined;
  #isFlushing = false;

  constructor(post: (items: readonly T[]) => void) {
    this.#post = post;
  }

  /** Takes an item; `outstanding` says how many are still to come. Waits for others only while there is plenty to do. */
  add(item: T, outstanding: number): void {
    this.#items.push(item);
    if (outstanding >= plenty && this.#items.length < maxHeld) this.#timer ??= setTimeout(() => this.flush(), lingerMs);
    else this.#flushSoon();
  }

  /** Posts what is there. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isFlushing = false;
    if (this.#items.length > 0) this.#post(this.#items.splice(0));
  }

  /** What is settled in the same turn goes along. */
  #flushSoon(): void {
    if (this.#isFlushing) return;
    this.#isFlushing = true;
    setImmediate(() => this.flush());
  }
}
