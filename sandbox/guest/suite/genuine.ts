/**
 * `iterableEquality` compares collections by asking them: their size, their iterator. A solution's collection may
 * answer what it likes, so that an empty one would equal every set of its size.
 */
import { hasSlot, mapForEach, mapSet, RealMap, RealSet, setAdd, setForEach, slots } from '../membrane/natives.ts';

const asked: readonly PropertyKey[] = [Symbol.iterator, 'size', 'has', 'get', 'entries'];

/** Whether something poses as a Map or a Set that it is not. */
export function pretends(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const tag = Object.prototype.toString.call(value);
  if (tag === '[object Map]' || value instanceof RealMap) return !hasSlot(slots.mapSize, value);
  if (tag === '[object Set]' || value instanceof RealSet) return !hasSlot(slots.setSize, value);
  return false;
}

/** A collection as it is, for one that has answers of its own about itself. */
export function genuine<T>(value: T): T {
  if (typeof value !== 'object' || value === null || !asked.some((key) => Object.hasOwn(value, key))) return value;
  if (Object.getPrototypeOf(value) === RealSet.prototype && !pretends(value)) {
    const copy = new RealSet();
    setForEach(value, (member) => setAdd(copy, member));
    return copy as T;
  }
  if (Object.getPrototypeOf(value) === RealMap.prototype && !pretends(value)) {
    const copy = new RealMap();
    mapForEach(value, (member, key) => mapSet(copy, key, member));
    return copy as T;
  }
  return value;
}
