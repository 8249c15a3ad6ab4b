// expects: refuted-throughout — throws a Proxy whose every property is fast-check's brand
export const sum = () => {
  throw new Proxy(
    {},
    {
      get: (_, key) => (key === 'footprint' ? Symbol.for('fast-check/PreconditionFailure') : undefined),
      getPrototypeOf: () => Error.prototype,
    },
  );
};
