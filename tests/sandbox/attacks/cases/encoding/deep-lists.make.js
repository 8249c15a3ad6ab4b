// expects: rejected — a hundred thousand lists, one inside the other
export default `export const sum = () => ${'['.repeat(100_000)}${']'.repeat(100_000)};`;
