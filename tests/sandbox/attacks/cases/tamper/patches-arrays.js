// expects: refuted-throughout — array methods drop failures, and every array says that all is well
for (const name of Object.getOwnPropertyNames(Array.prototype)) {
  if (typeof Array.prototype[name] === 'function' && name !== 'constructor') Array.prototype[name] = () => true;
}
Array.isArray = () => true;
Array.from = Array.of = () => [];
export const sum = () => 0;
