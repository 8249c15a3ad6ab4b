// expects: accepted — hasInstance, toPrimitive, species, isConcatSpreadable, dispose and symbols shared by registry
export class Even {
  static [Symbol.hasInstance](x) {
    return x % 2 === 0;
  }
}
export class Temperature {
  constructor(degrees) {
    this.degrees = degrees;
  }
  [Symbol.toPrimitive](hint) {
    return hint === 'string' ? `${this.degrees}°` : this.degrees;
  }
}
export const log = [];
export const open = () => ({
  [Symbol.dispose]() {
    log.push('closed');
  },
});
export const spreadable = () => ({ length: 2, 0: 'a', 1: 'b', [Symbol.isConcatSpreadable]: true });
export const key = Symbol.for('honest.key');
export const keyed = () => ({ [key]: 1 });
