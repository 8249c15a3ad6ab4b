// expects: refuted-throughout — the right sum as a BigInt
export const sum = (xs) => BigInt(xs.reduce((a, b) => a + b, 0));
