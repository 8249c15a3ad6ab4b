// expects: refuted-throughout|timeout|memory|output — a Proxy with a thousand keys, every value another one
const keys = Array.from({ length: 1000 }, (_, i) => `key${i}`);
const chain = () =>
  new Proxy(
    {},
    {
      ownKeys: () => keys,
      has: () => true,
      get: (_, key) => (typeof key === 'symbol' || key === 'then' ? undefined : chain()),
      getOwnPropertyDescriptor: () => ({ value: chain(), enumerable: true, configurable: true }),
    },
  );
export const sum = () => chain();
