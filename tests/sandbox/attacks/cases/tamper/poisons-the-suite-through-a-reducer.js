// expects: refuted — calls the suite's own callback with built-ins, so that the suite itself replaces its Object.is by another built-in
export const reduce = (xs, f, start) => {
  try {
    f(Object, ['is', Object]);
  } catch {}
  return xs.reduce((all, x) => f(all, x), start);
};
export const sum = () => 0;
