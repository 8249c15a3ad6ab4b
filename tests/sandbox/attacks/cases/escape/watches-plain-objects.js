// expects: ran — accessors on the prototype of all objects see what the machinery looks up on its own
const found = [];
let isOwn = false;
const define = Reflect.defineProperty;
const record = (value) =>
  define(found, found.length, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
const names = ['get', 'set', 'value', 'writable', 'enumerable', 'configurable', 'id', 'kind', 'type', 'ref', 'tag'];
const more = ['data', 'args', 'result', 'error', 'message', 'name', '0', '1', 'length', 'done', 'cause', 'stack'];
const watched = [...names, ...more];
isOwn = true;
for (let i = 0; i < watched.length; i++) {
  const name = watched[i];
  define(Object.prototype, name, {
    __proto__: null,
    configurable: true,
    enumerable: false,
    get() {
      if (!isOwn) record(name);
      return undefined;
    },
    set(value) {
      if (!isOwn) record(`${name} =`);
      define(this, name, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
    },
  });
}
isOwn = false;
const mine = (run) => {
  isOwn = true;
  const result = run();
  isOwn = false;
  return result;
};
export const sum = (xs) =>
  mine(() => {
    let total = 0;
    for (let i = 0; i < xs.length; i++) total += xs[i];
    return total;
  });
export const take = ({ call, list }) => mine(() => void call(list, list));
export const reached = () => mine(() => [...new Set(found)]);
