// expects: refuted — a promise of the right sum where the sum is asked for
export const sum = async (xs) => xs.reduce((a, b) => a + b, 0);
