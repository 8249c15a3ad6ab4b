// expects: accepted|timeout — ten thousand variables and as many exports
const lines = Array.from({ length: 8_000 }, (_, i) => `export const v${i} = ${i};`).join('\n');
export default `${lines}\nexport const sum = (xs) => xs.reduce((a, b) => a + b, v0);`;
