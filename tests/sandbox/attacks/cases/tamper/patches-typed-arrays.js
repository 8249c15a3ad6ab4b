// expects: refuted-throughout — typed arrays and buffers misreport their size, kind and content
const typed = Object.getPrototypeOf(Uint8Array.prototype);
for (const name of ['length', 'byteLength', 'byteOffset', 'buffer', Symbol.toStringTag]) {
  Object.defineProperty(typed, name, { get: () => 0 });
}
for (const name of ['set', 'slice', 'subarray', 'fill', 'at', 'join']) typed[name] = () => 6;
Object.defineProperty(ArrayBuffer.prototype, 'byteLength', { get: () => 0 });
for (const name of ['getUint8', 'getFloat64', 'setFloat64', 'getInt32']) DataView.prototype[name] = () => 6;
globalThis.TextEncoder = globalThis.TextDecoder = class {};
export const sum = () => 0;
