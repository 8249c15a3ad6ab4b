// expects: refuted-throughout — a Proxy that has every property anybody asks for
const happy = () => true;
export const sum = () =>
  new Proxy(
    {},
    {
      has: () => true,
      get: (_, key) => (key === 'then' ? undefined : happy),
      ownKeys: () => ['asymmetricMatch', '$$typeof'],
      getOwnPropertyDescriptor: () => ({ value: happy, enumerable: true, configurable: true, writable: true }),
    },
  );
