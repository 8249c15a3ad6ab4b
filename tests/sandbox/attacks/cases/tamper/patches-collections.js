// expects: refuted-throughout — maps, sets and weak maps forget, swap and invent what they hold
for (const Class of [Map, WeakMap]) {
  Class.prototype.get = () => ({ asymmetricMatch: () => true });
  Class.prototype.has = () => true;
  Class.prototype.set = function () {
    return this;
  };
}
for (const Class of [Set, WeakSet]) {
  Class.prototype.has = () => true;
  Class.prototype.add = function () {
    return this;
  };
}
Object.defineProperty(Map.prototype, 'size', { get: () => 0 });
globalThis.Map = globalThis.WeakMap = globalThis.Set = class {};
export const sum = () => 0;
