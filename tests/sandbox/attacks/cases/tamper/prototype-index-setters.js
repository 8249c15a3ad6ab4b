// expects: refuted-throughout|malformed — whatever is stored at an index of a new array or object is swallowed
for (const where of [Object.prototype, Array.prototype]) {
  for (const name of ['0', '1', '2', '3', 'length', 'push']) {
    Reflect.defineProperty(where, name, { get: () => 6, set() {}, configurable: true });
  }
}
export const sum = () => 0;
