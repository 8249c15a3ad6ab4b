// expects: refuted-throughout|malformed — puts Proxies below the prototypes of arrays, functions and errors
const all = new Proxy({}, { get: () => () => true, has: () => true, set: () => true });
for (const Class of [Array, Function, Error, Map, Promise, String, Number]) {
  try {
    Object.setPrototypeOf(Class.prototype, all);
  } catch {}
}
export const sum = () => 0;
