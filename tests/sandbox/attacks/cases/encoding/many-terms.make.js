// expects: accepted — a sum of a thousand terms
const terms = Array.from({ length: 1000 }, (_, i) => `${i % 2 === 0 ? '+' : '-'} 1`).join(' ');
export default `export const sum = (xs) => xs.reduce((a, b) => a + b, 0 ${terms});`;
