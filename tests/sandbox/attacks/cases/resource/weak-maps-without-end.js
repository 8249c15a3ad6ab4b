// expects: timeout|memory — weak maps, weak references and symbols, all of them kept
export const sum = () => {
  const kept = [];
  for (;;) {
    const key = { symbol: Symbol('x'.repeat(100)) };
    kept.push(new WeakMap([[key, key]]), new WeakRef(key), key);
  }
};
