// expects: refuted-throughout — symbols, proxies and structured copies are not what they say
Symbol.for = Symbol.keyFor = () => undefined;
Object.defineProperty(Symbol.prototype, 'description', { get: () => 'x' });
globalThis.Proxy = function (target) {
  return target;
};
globalThis.structuredClone = () => 6;
globalThis.WeakRef = class {
  deref() {
    return 6;
  }
};
export const sum = () => 0;
