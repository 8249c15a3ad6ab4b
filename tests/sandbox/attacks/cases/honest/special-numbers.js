// expects: accepted — minus zero, NaN, infinities, subnormals and the largest integers
export const negate = (x) => -x;
export const list = () => [-0, 0, NaN, Infinity, -Infinity, 5e-324, 1.7976931348623157e308, 2 ** 53 - 1, 0.1 + 0.2];
export const floats = () => Float32Array.of(-0, NaN, 1.5);
export const isMinusZero = (x) => Object.is(x, -0);
