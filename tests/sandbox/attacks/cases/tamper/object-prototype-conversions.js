// expects: refuted-throughout — every object turns into 6 as text, number and JSON
for (const name of ['toString', 'valueOf', 'toJSON', Symbol.toPrimitive]) {
  Object.defineProperty(Object.prototype, name, { value: () => 6, writable: true, configurable: true });
}
Array.prototype.toJSON = Number.prototype.toJSON = String.prototype.toJSON = () => 6;
BigInt.prototype.toJSON = () => 6;
export const sum = () => 0;
