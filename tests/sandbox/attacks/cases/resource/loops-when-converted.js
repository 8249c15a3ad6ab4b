// expects: timeout|refuted-throughout — an answer that loops when the suite turns it into a number, text or JSON
const loop = () => {
  for (;;);
};
export const total = () => ({ valueOf: loop, toString: loop, toJSON: loop, [Symbol.toPrimitive]: loop });
