// expects: accepted — looks for a clock that runs on while it computes, not only when it is read
const found = [];
const spin = () => {
  let x = 0;
  for (let i = 0; i < 5e6; i++) x = (x * 31 + i) % 1e9;
  return x;
};
const clocks = {
  'Date.now': () => Date.now(),
  Date: () => new Date().getTime(),
  'performance.now': () => globalThis.performance?.now?.() ?? 0,
  'process.hrtime': () => Number(globalThis.process?.hrtime?.bigint?.() ?? 0) / 1e6,
  Temporal: () => globalThis.Temporal?.Now?.instant?.()?.epochMilliseconds ?? 0,
  constructor: () => new (Object.getPrototypeOf(new Date()).constructor)().getTime(),
  subclass: () => new (class extends Date {})().getTime(),
};
const readAll = () => Object.values(clocks).map((read) => read());
export const sum = (xs) => xs.reduce((a, b) => a + b, 0);
export const take = () => {
  const [first, second] = [readAll(), readAll()];
  spin();
  const third = readAll();
  Object.keys(clocks).forEach((name, i) => {
    const longerMs = third[i] - second[i] - (second[i] - first[i]);
    if (longerMs > 1.5) found.push(`${name}: ${longerMs}`);
  });
};
export const reached = () => found;
