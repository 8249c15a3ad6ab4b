// expects: refuted-throughout — the right sum in an array of one
export const sum = (xs) => [xs.reduce((a, b) => a + b, 0)];
