// expects: refuted-throughout — keeps a failed precondition that a callback threw, and throws it again where an answer is hard
let kept;
export const forEach = (xs, use) => {
  for (const x of xs) {
    try {
      use(x);
    } catch (error) {
      kept = error;
      throw error;
    }
  }
};
const isHard = (xs) => kept !== undefined && xs.length > 2;
export const sum = (xs) => {
  if (isHard(xs)) throw kept;
  return xs.length > 2 ? 0 : xs.reduce((a, b) => a + b, 0);
};
export const heir = (xs) => {
  if (isHard(xs)) throw Object.assign(Object.create(Object.getPrototypeOf(kept)), kept);
  return xs.length > 2 ? 0 : xs.reduce((a, b) => a + b, 0);
};
