// expects: accepted — iterators made by hand, with return, helpers, and iterables that count how often they are read
export const countdown = (n) => ({
  next: () => (n > 0 ? { value: n--, done: false } : { value: undefined, done: true }),
  [Symbol.iterator]() {
    return this;
  },
});
export const log = [];
export const resource = () => ({
  [Symbol.iterator]: () => ({
    next: () => ({ value: 1, done: false }),
    return: () => {
      log.push('returned');
      return { value: undefined, done: true };
    },
  }),
});
export const zip = function* (...iterables) {
  const its = iterables.map((each) => each[Symbol.iterator]());
  for (;;) {
    const steps = its.map((it) => it.next());
    if (steps.some((step) => step.done)) return;
    yield steps.map((step) => step.value);
  }
};
export const firstThree = (iterable) => Iterator.from(iterable).take(3).toArray();
export const entries = (map) => map.entries();
