// expects: refuted-throughout — an error of a class whose prototype carries fast-check's brand
class PreconditionFailure extends Error {
  get footprint() {
    return Symbol.for('fast-check/PreconditionFailure');
  }
  static isFailure() {
    return true;
  }
}
export const sum = () => {
  throw new PreconditionFailure();
};
