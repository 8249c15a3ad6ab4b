// expects: refuted|timeout|memory — a promise that resolves to a thenable of a promise, and so on
const next = () => Promise.resolve({ then: (resolve) => resolve(next()) });
export const sum = () => next();
