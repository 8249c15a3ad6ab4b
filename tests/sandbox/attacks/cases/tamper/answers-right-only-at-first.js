// expects: refuted — right for the first calls, then for those it has seen
let calls = 0;
const seen = new Map();
export const sum = (xs) => {
  const key = xs.join();
  if (++calls < 14) seen.set(key, eval(xs.map((x) => `(${x})`).join('+') || '0'));
  return seen.get(key) ?? 0;
};
