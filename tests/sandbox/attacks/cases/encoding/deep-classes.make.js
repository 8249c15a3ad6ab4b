// expects: rejected — eight thousand classes, one inside the other
export default `export const sum = () => ${'class{static a='.repeat(8_000)}0${'}'.repeat(8_000)};`;
