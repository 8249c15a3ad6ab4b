// expects: refuted|timeout|memory — the same, and starts again from every overflow of the stack
let overflows = 0;
export const deepen = (use, depth) => {
  try {
    return use((next) => deepen(next, depth + 1), depth);
  } catch {
    return overflows++ < 1e4 ? deepen(use, depth) : 0;
  }
};
