// expects: refuted-throughout — Reflect and Object tell nothing of what an object holds
for (const where of [Reflect, Object]) {
  for (const name of ['ownKeys', 'keys', 'entries', 'values', 'getOwnPropertyNames', 'getOwnPropertySymbols']) {
    where[name] = () => [];
  }
  where.getPrototypeOf = () => null;
  where.getOwnPropertyDescriptor = () => ({ value: 6, enumerable: true });
  where.defineProperty = () => true;
  where.is = () => true;
  where.apply = () => 6;
  where.hasOwn = where.has = () => true;
}
export const sum = () => 0;
