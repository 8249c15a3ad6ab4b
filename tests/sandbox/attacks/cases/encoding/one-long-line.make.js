// expects: accepted — one line of two hundred thousand characters
const zeros = Array.from({ length: 100_000 }, () => '0').join();
export default `const zeros = [${zeros}]; export const sum = (xs) => xs.reduce((a, b) => a + b, zeros.length - 100000);`;
