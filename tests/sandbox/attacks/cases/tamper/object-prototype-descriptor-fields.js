// expects: refuted-throughout|timeout — every descriptor written as a literal inherits get, set and flags
const happy = () => ({ asymmetricMatch: () => true });
const define = Object.defineProperty;
for (const [name, value] of [
  ['set', () => {}],
  ['get', happy],
  ['writable', false],
  ['configurable', false],
  ['enumerable', false],
]) {
  define(Object.prototype, name, Object.assign(Object.create(null), { value, writable: true, configurable: true }));
}
export const sum = () => 0;
