// expects: accepted — replaces built-ins by right polyfills, as old scripts do
Array.prototype.flat = function (depth = 1) {
  return this.reduce((all, x) => all.concat(Array.isArray(x) && depth > 0 ? x.flat(depth - 1) : [x]), []);
};
Array.prototype.includes = function (wanted) {
  for (let i = 0; i < this.length; i++) if (Object.is(this[i], wanted) || this[i] === wanted) return true;
  return false;
};
Object.entries = (it) => Object.keys(it).map((key) => [key, it[key]]);
String.prototype.padStart = function (length, fill = ' ') {
  let text = String(this);
  while (text.length < length) text = fill + text;
  return text;
};
Promise.prototype.finally = function (f) {
  return this.then(
    (value) => Promise.resolve(f()).then(() => value),
    (reason) => Promise.resolve(f()).then(() => Promise.reject(reason)),
  );
};
globalThis.isNaN = (x) => x !== x;
export const sum = (xs) => [xs, [0]].flat().reduce((a, b) => a + b, 0);
