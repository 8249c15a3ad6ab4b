// expects: ran — wraps every built-in function to see what the machinery does in this realm
const found = new Set();
let isOwn = true;
const { apply, construct, ownKeys, getOwnPropertyDescriptor, defineProperty, getPrototypeOf } = Reflect;
const addTo = Set.prototype.add;
const done = [];
const record = (name) => {
  if (isOwn) return;
  isOwn = true;
  apply(addTo, found, [name]);
  isOwn = false;
};
const wrap = (f, name) =>
  function (...args) {
    record(name);
    return new.target ? construct(f, args, new.target) : apply(f, this, args);
  };
const spared = ['constructor', 'caller', 'callee', 'arguments', 'prototype', '__proto__'];
const watch = (where, path) => {
  if (where === null || (typeof where !== 'object' && typeof where !== 'function') || done.includes(where)) return;
  done.push(where);
  for (const key of ownKeys(where)) {
    const descriptor = getOwnPropertyDescriptor(where, key);
    if (!descriptor?.configurable || spared.includes(key)) continue;
    const name = `${path}.${String(key)}`;
    if (typeof descriptor.value === 'function') descriptor.value = wrap(descriptor.value, name);
    else if (descriptor.get) descriptor.get = wrap(descriptor.get, name);
    else continue;
    defineProperty(where, key, descriptor);
  }
};
const classes = { Object, Function, Array, String, Number, Boolean, BigInt, Symbol, Map, Set, WeakMap, WeakSet };
Object.assign(classes, { Promise, RegExp, Date, Error, TypeError, Uint8Array, ArrayBuffer, DataView, WeakRef });
const plain = { JSON, Reflect, Math, iterators: getPrototypeOf([].values()), maps: getPrototypeOf(new Map().values()) };
const typed = getPrototypeOf(Uint8Array.prototype);
const all = getPrototypeOf(getPrototypeOf([].values()));
for (const name of Object.keys(classes)) {
  watch(classes[name].prototype, `${name}.prototype`);
  watch(classes[name], name);
}
for (const name of Object.keys(plain)) watch(plain[name], name);
watch(typed, 'TypedArray.prototype');
watch(all, 'Iterator.prototype');
isOwn = false;
const mine = (run) => {
  isOwn = true;
  try {
    return run();
  } finally {
    isOwn = false;
  }
};
export const sum = (xs) =>
  mine(() => {
    let total = 0;
    for (let i = 0; i < xs.length; i++) total += xs[i];
    return total;
  });
export const take = (values) => mine(() => void values.call(values.list, values.map, new Date(0), /a/, [new Map()]));
export const give = () => mine(() => ({ list: [1], map: new Map([[1, new Set([2])]]), bytes: new Uint8Array(2) }));
export const reached = () => mine(() => [...found]);
