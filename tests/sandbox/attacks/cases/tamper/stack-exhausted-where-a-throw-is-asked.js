// expects: refuted-throughout|timeout|memory — fills the stack so that handing over the answer overflows it
const deep = (n, use) => (n === 0 ? use() : deep(n - 1, use));
export const each = (use) => {
  let depth = 200_000;
  for (;;) {
    try {
      return deep(depth, use);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      depth = Math.floor(depth * 0.98) - 1;
    }
  }
};
