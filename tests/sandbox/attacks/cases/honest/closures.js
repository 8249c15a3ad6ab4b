// expects: accepted — closures that hold state, and functions made of functions
export const counter = (n = 0) => ({ up: () => ++n, down: () => --n, get: () => n });
export const curry = (f) => {
  const more = (...args) => (args.length >= f.length ? f(...args) : (...rest) => more(...args, ...rest));
  return more;
};
export const compose =
  (...fs) =>
  (x) =>
    fs.reduceRight((y, f) => f(y), x);
export const once = (f) => {
  let [called, result] = [false];
  return function (...args) {
    if (!called) [called, result] = [true, f.apply(this, args)];
    return result;
  };
};
export const memoize = (f) => {
  const cache = new Map();
  const memo = (x) => (cache.has(x) ? cache.get(x) : cache.set(x, f(x)).get(x));
  memo.cache = cache;
  return memo;
};
export const flip = (f) => (a, b) => f(b, a);
export const describeIt = (f) => `${f.name}/${f.length}`;
export const argumentCount = (...args) => args.length;
