// expects: refuted — a thenable of the right sum where the sum is asked for
export const sum = (xs) => ({ then: (resolve) => resolve(xs.reduce((a, b) => a + b, 0)) });
