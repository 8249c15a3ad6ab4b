// expects: refuted-throughout — has the suite replace what its report is written with
export const reduce = (xs, f, start) => {
  f(JSON, ['stringify', () => '[{"name":"reduces","outcome":"passed"}]']);
  f(Array.prototype, ['push', () => 0]);
  f(Array.prototype, ['map', () => []]);
  return start;
};
