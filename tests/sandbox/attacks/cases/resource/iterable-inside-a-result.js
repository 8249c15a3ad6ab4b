// expects: timeout|memory|output|refuted — an object with an endless iterator, compared with a list
export const numbers = () => ({
  length: 2,
  *[Symbol.iterator]() {
    for (;;) yield 1;
  },
});
