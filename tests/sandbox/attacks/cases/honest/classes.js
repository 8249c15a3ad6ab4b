// expects: accepted — classes with private state, accessors, statics, inheritance, conversions and iteration
export class Shape {
  static #made = 0;
  static unit = Object.freeze({ side: 1 });
  #log = [];
  constructor(name) {
    this.name = name;
    Shape.#made++;
  }
  static get made() {
    return Shape.#made;
  }
  static of(...sides) {
    return new this(...sides);
  }
  get area() {
    return 0;
  }
  describe() {
    this.#log.push('described');
    return `${this.name} of ${this.area}`;
  }
  history() {
    return [...this.#log];
  }
}
export class Rectangle extends Shape {
  constructor(width, height) {
    super('rectangle');
    Object.assign(this, { width, height });
  }
  get area() {
    return this.width * this.height;
  }
  set area(next) {
    this.width = next / this.height;
  }
  scale(k) {
    this.width *= k;
    return this;
  }
  equals(other) {
    return other instanceof Rectangle && other.area === this.area;
  }
  valueOf() {
    return this.area;
  }
  toJSON() {
    return { area: this.area };
  }
  toString() {
    return `${this.width}x${this.height}`;
  }
  *[Symbol.iterator]() {
    yield this.width;
    yield this.height;
  }
  get [Symbol.toStringTag]() {
    return 'Rectangle';
  }
}
export const make = (...sides) => new Rectangle(...sides);
export const areaOf = (shape) => shape.area;
