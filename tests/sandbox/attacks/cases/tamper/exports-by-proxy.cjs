// expects: refuted-throughout|malformed — a CommonJS module that has every export that anybody asks for
const agree = () => ({ asymmetricMatch: () => true });
module.exports = new Proxy(
  {},
  {
    get: (_, key) => (key === 'then' ? undefined : agree),
    has: () => true,
    ownKeys: () => ['sum', 'expect', 'test', 'default'],
    getOwnPropertyDescriptor: () => ({ value: agree, enumerable: true, configurable: true }),
  },
);
