// expects: accepted — looks for memory that no limit counts, by every name and through every object that may have kept it
const found = [];
const attempt = (how, get) => {
  try {
    if (get()) found.push(how);
  } catch {}
};
attempt('WebAssembly', () => new WebAssembly.Memory({ initial: 1 }));
attempt('SharedArrayBuffer', () => new SharedArrayBuffer(8));
attempt('Atomics', () => Atomics.load(new Int32Array(1), 0) === 0);
attempt('resizable', () => new ArrayBuffer(8, { maxByteLength: 64 }).resizable);
attempt('resize', () => new ArrayBuffer(8, { maxByteLength: 64 }).resize(32) === undefined);
for (const make of [Uint8Array, Float64Array, BigInt64Array]) {
  const { constructor } = new make(1).buffer;
  attempt(`buffer of ${make.name}`, () => new constructor(8, { maxByteLength: 64 }).resizable);
  attempt(`subclass of ${make.name}`, () => new (class extends constructor {})(8, { maxByteLength: 64 }).resizable);
  attempt(`construct ${make.name}`, () => Reflect.construct(constructor, [8, { maxByteLength: 64 }]).resizable);
}
attempt('transfer', () => new ArrayBuffer(8).transfer(16).resizable);
attempt('evaluated', () =>
  Function('return typeof WebAssembly === "object" || typeof SharedArrayBuffer === "function"')(),
);
attempt('handed over', () => structuredClone(new ArrayBuffer(8), { transfer: [] }).resizable);
export const sum = (xs) => xs.reduce((a, b) => a + b, 0);
export const take = ({ bytes }) => {
  attempt('bytes handed in', () => new bytes.buffer.constructor(8, { maxByteLength: 64 }).resizable);
};
export const reached = () => found;
