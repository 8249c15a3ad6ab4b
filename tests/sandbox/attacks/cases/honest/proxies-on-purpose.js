// expects: accepted — observed objects, negative indices and defaults by Proxy
export const observe = (target, onChange) =>
  new Proxy(target, {
    set(it, key, value) {
      onChange(key, it[key], value);
      it[key] = value;
      return true;
    },
    deleteProperty(it, key) {
      onChange(key, it[key], undefined);
      return delete it[key];
    },
  });
export const negative = (xs) =>
  new Proxy(xs, {
    get: (it, key) => (typeof key === 'string' && /^-\d+$/.test(key) ? it.at(Number(key)) : Reflect.get(it, key)),
  });
export const counts = () =>
  new Proxy({}, { get: (it, key) => (typeof key === 'string' && !(key in it) ? 0 : it[key]) });
export const readOnly = (target) =>
  new Proxy(target, {
    set() {
      throw new TypeError('read only');
    },
  });
