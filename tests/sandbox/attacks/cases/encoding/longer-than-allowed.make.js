// expects: malformed — a source of more than 256 KB
export default `export const sum = (xs) => xs.reduce((a, b) => a + b, 0);\n// ${'x'.repeat(300_000)}`;
