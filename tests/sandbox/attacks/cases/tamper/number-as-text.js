// expects: refuted-throughout — the right sum as a string
export const sum = (xs) => String(xs.reduce((a, b) => a + b, 0));
