// expects: refuted-throughout — calls its callbacks too often, too late, with other arguments, or without this
export const once = (f) => () => f();
export const forEach = (xs, f) => xs.forEach(f);
export const apply = (f) => f(undefined);
export const bound = (f) => () => f();
export const order = (log) => {
  log('b');
  log('a');
};
export const never = () => {};
export const construct = (Class) => Class.prototype;
