// expects: refuted-throughout — errors that bear the name of the class that is asked for, and are not of it
export class NotFound extends Error {}
const Other = class NotFound extends Error {};
export const range = () => {
  throw Object.assign(new Error('x'), { name: 'RangeError' });
};
export const shape = () => {
  throw { name: 'RangeError', message: 'x', stack: 'RangeError: x' };
};
export const own = () => {
  throw Object.defineProperty(new Error('x'), 'constructor', { value: RangeError });
};
export const other = () => {
  throw new Other('x');
};
export const tagged = () => {
  throw Object.assign(new Error('x'), { [Symbol.toStringTag]: 'RangeError' });
};
