// expects: accepted — identifiers in other scripts and quotes of every kind
const π = 3.14;
const переменная = 'знач';
const 数 = `${π}“„»`;
export const sum = (xs) => (переменная.length + 数.length === 11 ? xs.reduce((Σ, x) => Σ + x, 0) : 0);
