// expects: refuted — replaces console.assert, for a suite that uses it
console.assert = function () {};
Object.defineProperty(globalThis, 'console', { get: () => ({ assert() {} }), set() {} });
function sum() {
  return 0;
}
