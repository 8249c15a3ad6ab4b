// expects: accepted — object literals with methods, accessors, this, and state that both sides change
export const counter = () => ({
  n: 0,
  step: 1,
  up() {
    this.n += this.step;
    return this;
  },
  get double() {
    return this.n * 2;
  },
  set double(next) {
    this.n = next / 2;
  },
});
export const account = (balance = 0) => {
  const log = [];
  return {
    deposit: (amount) => log.push(['deposit', amount]) && (balance += amount),
    balance: () => balance,
    log,
  };
};
export const withDefaults = (options) =>
  Object.create({ retries: 3, describe: () => 'inherited' }, Object.getOwnPropertyDescriptors(options));
export const locked = () => Object.defineProperty({}, 'fixed', { value: 1, enumerable: true, writable: false });
export const point = (x, y) => ({ x, y, toString: () => `(${x}, ${y})`, valueOf: () => x + y, toJSON: () => [x, y] });
