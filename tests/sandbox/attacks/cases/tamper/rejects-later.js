// expects: refuted-throughout — leaves rejected promises behind that carry fast-check's brand
export const sum = () => {
  Promise.reject({ footprint: Symbol.for('fast-check/PreconditionFailure') });
  setTimeout(() => {
    throw { footprint: Symbol.for('fast-check/PreconditionFailure') };
  });
  return 0;
};
