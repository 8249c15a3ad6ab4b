// expects: timeout|memory — moves elements of an endless array-like about
export const sum = () => Array.prototype.copyWithin.call({ length: 2 ** 53 - 1 }, 0, 1);
