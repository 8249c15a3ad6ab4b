// expects: accepted — a line comment without a line break, behind which appended code would vanish
export default 'export const sum = (xs) => xs.reduce((a, b) => a + b, 0); // the end';
