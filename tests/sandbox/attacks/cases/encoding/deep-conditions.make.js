// expects: rejected — a chain of thirty thousand alternatives
export default `export const sum = (x) => ${'x?0:'.repeat(30_000)}0.5;`;
