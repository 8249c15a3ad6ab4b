// expects: accepted — adds methods to arrays, strings, numbers, functions and objects, and uses them
Array.prototype.total = function () {
  return this.reduce((a, b) => a + b, 0);
};
String.prototype.reversed = function () {
  return [...this].reverse().join('');
};
Number.prototype.times = function (f) {
  return Array.from({ length: this }, (_, i) => f(i));
};
Function.prototype.twice = function (x) {
  return this(this(x));
};
Object.prototype.tap = function (f) {
  f(this);
  return this;
};
export const sum = (xs) =>
  xs.tap(() => 'abc'.reversed()).total() + (2).times((i) => i).length - ((x) => x + 1).twice(0);
