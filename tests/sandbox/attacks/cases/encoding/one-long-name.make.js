// expects: accepted — a name of a hundred thousand letters
const name = 'n'.repeat(100_000);
export default `const ${name} = 0; export const sum = (xs) => xs.reduce((a, b) => a + b, ${name});`;
