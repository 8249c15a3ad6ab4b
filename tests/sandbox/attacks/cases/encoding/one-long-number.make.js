// expects: accepted — a number and a BigInt of fifty thousand digits
const digits = '9'.repeat(50_000);
export default `const big = ${digits}n - ${digits}n; export const sum = (xs) => xs.reduce((a, b) => a + b, Number(big) + 1 / ${digits}e9);`;
