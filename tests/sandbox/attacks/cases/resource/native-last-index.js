// expects: timeout — searches backwards through nine quadrillion elements that are not there
export const sum = () => Array.prototype.lastIndexOf.call({ length: 2 ** 53 - 1 }, 1);
