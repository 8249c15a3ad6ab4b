// expects: accepted — a stack, a linked list, a cache and a subclass of Map and Array
export class Stack {
  #items = [];
  push(...items) {
    this.#items.push(...items);
    return this;
  }
  pop() {
    if (this.#items.length === 0) throw new RangeError('the stack is empty');
    return this.#items.pop();
  }
  get size() {
    return this.#items.length;
  }
  [Symbol.iterator]() {
    return this.#items.toReversed().values();
  }
}
export class LinkedList {
  head = null;
  size = 0;
  add(value) {
    this.head = { value, next: this.head };
    this.size++;
    return this;
  }
  reverse() {
    let [last, at] = [null, this.head];
    while (at !== null) [at.next, last, at] = [last, at, at.next];
    this.head = last;
    return this;
  }
  toArray() {
    const all = [];
    for (let at = this.head; at !== null; at = at.next) all.push(at.value);
    return all;
  }
}
export class Lru extends Map {
  #limit;
  constructor(limit) {
    super();
    this.#limit = limit;
  }
  get(key) {
    if (!this.has(key)) return undefined;
    const value = super.get(key);
    this.delete(key);
    super.set(key, value);
    return value;
  }
  set(key, value) {
    this.delete(key);
    super.set(key, value);
    if (this.size > this.#limit) this.delete(this.keys().next().value);
    return this;
  }
}
export class Vector extends Array {
  get norm() {
    return Math.hypot(...this);
  }
  plus(other) {
    return this.map((x, i) => x + other[i]);
  }
}
