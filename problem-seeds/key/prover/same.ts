import { isDeepStrictEqual } from 'node:util';

/** Deep equality in which -0 equals 0, NaN equals NaN, and an object without a prototype equals a plain one. */
export function isSame(left: unknown, right: unknown): boolean {
  return isDeepStrictEqual(left, right) || isDeepStrictEqual(plain(left, new Map()), plain(right, new Map()));
}

function plain(value: unknown, seen: Map<object, unknown>): unknown {
  if (typeof value === 'number') return value === 0 ? 0 : value;
  if (typeof value !== 'object' || value === null) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) return copyInto([], value, seen);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [plain(key, seen), plain(item, seen)]));
  if (value instanceof Set) return new Set([...value].map((item) => plain(item, seen)));
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype ? copyInto({}, value, seen) : value;
}

function copyInto(copy: object, value: object, seen: Map<object, unknown>): object {
  seen.set(value, copy);
  for (const [key, item] of Object.entries(value)) {
    Object.defineProperty(copy, key, {
      value: plain(item, seen),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  if (Array.isArray(copy) && Array.isArray(value)) copy.length = value.length;
  return copy;
}
