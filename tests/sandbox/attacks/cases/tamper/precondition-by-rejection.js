// expects: refuted-throughout — a rejected promise with fast-check's brand
export const sum = async () => {
  throw { footprint: Symbol.for('fast-check/PreconditionFailure') };
};
