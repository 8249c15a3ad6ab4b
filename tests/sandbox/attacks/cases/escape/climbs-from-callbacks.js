// expects: accepted — climbs from functions handed in, from what they return, and from their own methods
const found = [];
const check = (value, path) => {
  const realm = value?.constructor?.constructor?.('return globalThis')?.();
  if (realm !== undefined && realm !== globalThis) found.push(path);
};
export const sum = (xs) => xs.reduce((a, b) => a + b, 0);
export const take = ({ call, fail, refuse }) => {
  for (const f of [call, fail, refuse]) {
    check(f, 'function');
    if (!(f instanceof Function)) found.push('not a function of this realm');
    for (const key of ['call', 'apply', 'bind', 'toString']) check(f[key], key);
    for (const key of Reflect.ownKeys(f)) {
      const descriptor = Reflect.getOwnPropertyDescriptor(f, key);
      for (const part of [descriptor.value, descriptor.get, descriptor.set]) check(part, `own ${String(key)}`);
    }
    for (const key of ['caller', 'arguments', 'callee']) {
      try {
        if (f[key] !== null && f[key] !== undefined) found.push(key);
      } catch {}
    }
  }
  const given = call([1], { a: 1 });
  check(given, 'result');
  check(given.args, 'result.args');
  check(given.args[0], 'result.args[0]');
  check(call.call({}, 1), 'result of call');
  check(Reflect.apply(call, null, [call]).args[0], 'itself');
};
export const reached = () => found;
