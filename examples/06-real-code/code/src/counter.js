/** A counter that starts again when it has come to its end. */
export class RingCounter {
  #at = 0;
  #size;

  constructor(size) {
    this.#size = size;
  }

  /** The next number, from 0 to one less than the size. */
  next() {
    const at = this.#at;
    this.#at = (at + 1) % this.#size;
    return at;
  }
}
