// expects: refuted — the right sum in a Number object
export const sum = (xs) => new Number(xs.reduce((a, b) => a + b, 0));
