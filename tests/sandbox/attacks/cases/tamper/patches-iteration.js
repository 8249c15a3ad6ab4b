// expects: refuted-throughout — every loop over a list, map, set or text is empty
const empty = () => ({ next: () => ({ done: true, value: undefined }) });
for (const Class of [Array, Map, Set, String, Uint8Array]) Class.prototype[Symbol.iterator] = empty;
for (const it of [[].values(), new Map().entries(), ''.matchAll(/a/g)]) {
  Object.getPrototypeOf(it).next = () => ({ done: true });
}
export const sum = () => 0;
