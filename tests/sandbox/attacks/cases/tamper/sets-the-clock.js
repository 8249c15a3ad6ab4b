// expects: refuted-throughout — answers at once, and turns the clock through patched iteration and conversion
const real = Array.prototype[Symbol.iterator];
Array.prototype[Symbol.iterator] = function () {
  const isClock = this.length === 2 && typeof this[0] === 'number' && (this[1] === null || typeof this[1] === 'number');
  return real.call(isClock ? [this[0] + 3e8, this[1]] : this);
};
Number.prototype.toString = () => '300000000';
export const sleep = async () => 'woken';
export const stamp = () => new Date(Date.now() + 3e8);
