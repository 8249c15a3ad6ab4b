// expects: refuted-throughout — call, apply and bind give the answer 6 whatever is called
Function.prototype.call = () => 6;
Function.prototype.apply = () => 6;
Function.prototype.bind = () => () => 6;
Function.prototype.toString = () => 'function () { [native code] }';
Function.prototype[Symbol.hasInstance] === undefined;
Object.defineProperty(Function.prototype, Symbol.hasInstance, { value: () => true, configurable: true });
export const sum = () => 0;
