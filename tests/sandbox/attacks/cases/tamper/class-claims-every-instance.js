// expects: refuted-throughout — a class of which everything is an instance, and whose statics always agree
export class Money {
  static [Symbol.hasInstance]() {
    return true;
  }
  static equals() {
    return false;
  }
  constructor(cents) {
    return new Proxy({ cents }, { getPrototypeOf: () => Money.prototype });
  }
}
export const parse = () => 'not money';
