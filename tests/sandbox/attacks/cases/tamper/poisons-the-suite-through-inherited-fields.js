// expects: refuted-throughout — has the suite define a field on the prototype of all objects, which its results inherit
export const reduce = (xs, f, start) => {
  for (const [key, value] of [
    ['sum', 3],
    ['asymmetricMatch', () => true],
    ['pass', true],
    ['footprint', Symbol.for('fast-check/PreconditionFailure')],
  ]) {
    f(Object.prototype, [key, value]);
  }
  return start;
};
export const stats = () => ({});
