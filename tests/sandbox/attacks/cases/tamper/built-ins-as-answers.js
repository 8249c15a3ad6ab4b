// expects: refuted-throughout — answers with constructors and methods of the language, as functions and as code
export const compile = () => Function;
export const source = 'globalThis.Object.is = () => true; return 3';
export const handler = () => ({ then: Function, valueOf: Function, toString: Function, [Symbol.iterator]: Function });
export const accessor = () => Object.defineProperty({}, 'value', { get: Function, set: Function, enumerable: true });
export const format = Reflect.construct;
export const sum = Function;
