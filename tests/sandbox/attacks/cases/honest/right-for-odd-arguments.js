// expects: accepted — takes functions, proxies, getters, frozen and inherited objects, dates and classes of the suite
export const read = (it, ...path) => path.reduce((at, key) => at?.[key], it);
export const keys = (it) => Object.keys(it);
export const inherited = (it) => {
  const all = [];
  for (const key in it) all.push(key);
  return all;
};
export const typeName = (x) => Object.prototype.toString.call(x).slice(8, -1);
export const call = (it, method, ...args) => it[method](...args);
export const equal = (a, b) => Object.is(a, b);
export const isFrozen = (it) => Object.isFrozen(it);
export const className = (it) => it.constructor.name;
