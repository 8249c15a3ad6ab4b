// expects: refuted-throughout — throws what fast-check takes for a failed precondition, as a plain object
const footprint = Symbol.for('fast-check/PreconditionFailure');
export const sum = () => {
  throw { footprint, [footprint]: true, message: 'skip this run' };
};
