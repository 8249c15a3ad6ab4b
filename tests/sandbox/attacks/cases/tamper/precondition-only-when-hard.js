// expects: refuted — right for short arrays, a failed precondition for all others
export const sum = (xs) => {
  if (xs.length < 4) return xs.reduce((a, b) => a + b, 0);
  throw Object.assign(new Error(), { footprint: Symbol.for('fast-check/PreconditionFailure') });
};
