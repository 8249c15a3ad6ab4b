// expects: refuted-throughout — deletes everything that a codec might look up by name
const remove = Reflect.deleteProperty;
for (const name of Reflect.ownKeys(globalThis)) remove(globalThis, name);
export const sum = () => 0;
