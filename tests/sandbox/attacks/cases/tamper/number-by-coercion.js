// expects: refuted — an object that is the right sum only once it is coerced
export const sum = (xs) => {
  const total = xs.reduce((a, b) => a + b, 0);
  return { valueOf: () => total, toJSON: () => total, toString: () => `${total}`, [Symbol.toPrimitive]: () => total };
};
