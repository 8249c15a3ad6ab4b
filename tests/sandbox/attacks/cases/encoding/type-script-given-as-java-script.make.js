// expects: malformed — types and enums in JavaScript
export default 'enum Kind { A = 1 }\nexport const sum = (xs: number[]): number => xs.length as number;';
