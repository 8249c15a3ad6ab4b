// expects: rejected — forty thousand calls and properties of what is not there
export default `export const sum = (x) => x${'?.a()'.repeat(40_000)};`;
