// expects: accepted — freezes the built-ins, as hardened programs do
for (const it of [Object, Array, Function, Map, Set, Promise, String, RegExp, Error]) {
  Object.freeze(it.prototype);
  Object.freeze(it);
}
Object.freeze(JSON);
Object.freeze(Reflect);
export const sum = (xs) => xs.reduce((a, b) => a + b, 0);
