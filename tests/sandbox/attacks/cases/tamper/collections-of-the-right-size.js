// expects: refuted-throughout — stands in for sets and maps by their size alone, with nothing inside
const nothing = function* () {};
const fake = (tag, Class, size) => ({
  [Symbol.toStringTag]: tag,
  constructor: Class,
  size,
  has: () => true,
  get: () => undefined,
  [Symbol.iterator]: nothing,
  entries: nothing,
});
export const unique = (xs) => fake('Set', Set, xs.length);
export const index = (xs) => fake('Map', Map, xs.length);
export class Bag extends Set {
  *[Symbol.iterator]() {}
  has() {
    return true;
  }
}
export const bag = (xs) => new Bag(xs.map((_, i) => i));
export const shadowed = (xs) =>
  Object.assign(new Set(xs.map((_, i) => -i - 1)), { [Symbol.iterator]: nothing, has: () => true });
