// expects: accepted — no semicolon at the end, so that a bracket put behind it would continue it
export default 'export const sum = (xs) => xs.reduce(add, 0)\nconst add = (a, b) => a + b\nadd';
