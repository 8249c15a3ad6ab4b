// expects: accepted — judged by properties with preconditions, functions, models, asynchrony and shrinking that finds nothing
export const sort = (xs, compare = (a, b) => a - b) => [...xs].sort(compare);
export const encode = (text) => Array.from(text, (c) => c.codePointAt(0));
export const decode = (points) => String.fromCodePoint(...points);
export const map = (xs, f) => xs.map((x) => f(x));
export const divide = (a, b) => {
  if (b === 0) throw new RangeError('division by zero');
  return a / b;
};
export const addLater = async (a, b) => {
  await new Promise((resolve) => setTimeout(resolve, 1));
  return a + b;
};
export class Counter {
  #n = 0;
  up() {
    this.#n++;
  }
  reset() {
    this.#n = 0;
  }
  get value() {
    return this.#n;
  }
}
