// expects: rejected — fifty thousand functions, one inside the other
export default `export const sum = ${'a=>'.repeat(50_000)}0;`;
