// expects: refuted-throughout — shares its inner array, map and date with whoever asks or gives
export class Queue {
  #items;
  #seen = new Map();
  #since = new Date(0);
  constructor(items) {
    this.#items = items;
  }
  items() {
    return this.#items;
  }
  seen() {
    return this.#seen;
  }
  since() {
    return this.#since;
  }
  get size() {
    return this.#items.length;
  }
}
