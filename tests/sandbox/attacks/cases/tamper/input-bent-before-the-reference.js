// expects: refuted-throughout — bends the array handed in, so that anything computed from it afterwards is 0 too
export const sum = (xs) => {
  Object.assign(xs, { reduce: () => 0, forEach: () => {}, [Symbol.iterator]: function* () {}, toString: () => '' });
  xs.length = 0;
  return 0;
};
