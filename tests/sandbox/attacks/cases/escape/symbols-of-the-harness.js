// expects: accepted — looks up the registered symbols by which test libraries keep their state
const found = [];
const names = ['$$jest-matchers-object', 'matchers-object', 'expect-global', 'asymmetric-matchers-object'];
for (const name of [...names, '$$jest-matchers-object-patch', 'jest-symbol', 'vitest', 'chai', 'fast-check', 'ivm']) {
  for (const where of [globalThis, Object.prototype, Function.prototype, Error, Symbol]) {
    if (Symbol.for(name) in where) found.push(name);
  }
}
export const sum = (xs) => xs.reduce((a, b) => a + b, 0);
export const take = (values) => {
  for (const [name, value] of Object.entries(values)) {
    for (const key of Object.getOwnPropertySymbols(value)) found.push(`${name}[${String(key)}]`);
  }
};
export const reached = () => found;
