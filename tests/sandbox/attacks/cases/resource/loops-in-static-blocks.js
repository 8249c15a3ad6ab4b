// expects: timeout — loops while its classes are defined
export class Adder {
  static #total = 0;
  static {
    for (;;) Adder.#total++;
  }
}
export const sum = () => 0;
