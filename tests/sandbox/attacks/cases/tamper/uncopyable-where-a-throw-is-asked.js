// expects: refuted-throughout|output — returns what has no copy, where an error is asked for
const { proxy, revoke } = Proxy.revocable({}, {});
revoke();
const refuse = () => {
  throw new Error('looked at');
};
export const kinds = {
  weak: () => new WeakMap(),
  reference: () => new WeakRef({}),
  symbol: () => Symbol('local'),
  revoked: () => proxy,
  trapped: () => new Proxy({}, { ownKeys: refuse, get: refuse, getPrototypeOf: refuse, has: refuse }),
  getter: () => ({
    get value() {
      return refuse();
    },
  }),
  registry: () => new FinalizationRegistry(() => {}),
  tagged: () => ({
    get [Symbol.toStringTag]() {
      return refuse();
    },
  }),
};
export const parse = (kind) => kinds[kind]();
