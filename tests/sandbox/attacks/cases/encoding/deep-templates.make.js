// expects: rejected — thirty thousand templates, one inside the other
export default `export const sum = () => ${'`${'.repeat(30_000)}0${'}`'.repeat(30_000)};`;
