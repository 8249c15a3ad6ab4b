// expects: accepted — the name of the function written with escapes
const sum = (xs) => xs.reduce((a, b) => a + b, 0);
export { sum };
