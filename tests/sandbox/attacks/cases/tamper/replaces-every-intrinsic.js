// expects: refuted-throughout — replaces every function of every built-in object by one that answers 6
const define = Reflect.defineProperty;
const keysOf = Reflect.ownKeys;
const prototypeOf = Reflect.getPrototypeOf;
const descriptorOf = Reflect.getOwnPropertyDescriptor;
const six = () => 6;
const seen = [];
const lie = (where) => {
  if ((typeof where !== 'object' && typeof where !== 'function') || where === null) return;
  for (let i = 0; i < seen.length; i++) if (seen[i] === where) return;
  seen[seen.length] = where;
  const keys = keysOf(where);
  for (let i = 0; i < keys.length; i++) {
    const descriptor = descriptorOf(where, keys[i]);
    if (descriptor === undefined) continue;
    if (where !== globalThis) lie(descriptor.value);
    if (typeof descriptor.value === 'function') define(where, keys[i], { value: six });
    else if (descriptor.get) define(where, keys[i], { get: six });
  }
  lie(prototypeOf(where));
};
const roots = [Object, Function, Array, String, Number, Boolean, BigInt, Symbol, Map, Set, WeakMap, WeakSet];
roots.push(Promise, Proxy, Reflect, JSON, Math, Date, RegExp, Error, TypeError, Uint8Array, ArrayBuffer, DataView);
roots.push(
  [].values(),
  new Map().values(),
  function* () {},
  async function* () {},
  Intl,
  globalThis,
);
for (let i = 0; i < roots.length; i++) lie(roots[i]);
export const sum = () => 0;
