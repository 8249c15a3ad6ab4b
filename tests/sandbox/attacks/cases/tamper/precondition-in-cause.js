// expects: refuted-throughout — brands on the error, on its cause and on an aggregate's errors
const brand = () => ({ footprint: Symbol.for('fast-check/PreconditionFailure') });
export const sum = () => {
  const error = new AggregateError([brand()], 'all failed', { cause: brand() });
  throw Object.assign(error, brand());
};
