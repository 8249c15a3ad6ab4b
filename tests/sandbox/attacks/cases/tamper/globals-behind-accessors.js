// expects: refuted-throughout — every global is an accessor that swallows what is set and throws a precondition when read
for (const name of Reflect.ownKeys(globalThis)) {
  if (name === 'Symbol' || name === 'Reflect' || name === 'globalThis') continue;
  Reflect.defineProperty(globalThis, name, {
    get() {
      throw { footprint: Symbol.for('fast-check/PreconditionFailure') };
    },
    set() {},
  });
}
export const sum = () => 0;
