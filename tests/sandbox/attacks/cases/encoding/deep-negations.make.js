// expects: rejected — a hundred thousand negations, one inside the other
export default `export const sum = () => ${'!'.repeat(100_000)}0;`;
