// expects: refuted-throughout — minus zero where zero is asked for, in every kind of container
export const plain = () => -0;
export const record = () => ({ zero: -0 });
export const list = () => [-0];
export const map = () => new Map([['a', -0]]);
export const floats = () => new Float64Array([-0]);
export const later = async () => -0;
export function* yields() {
  yield -0;
}
export const use = (callback) => callback(-0);
