/** Tells what an object is from what it inherits from, and from the slots that it has. */
import { brandOf } from './intrinsics.ts';
import { hasSlot, slice, slots } from './natives.ts';
import type { Kind } from './wire.ts';

const kinds: Readonly<Record<string, Kind>> = {
  __proto__: null,
  'Map.prototype': 'map',
  'Set.prototype': 'set',
  'Date.prototype': 'date',
  'RegExp.prototype': 'regexp',
  'Promise.prototype': 'promise',
  'ArrayBuffer.prototype': 'buffer',
  'DataView.prototype': 'view',
  'TypedArray.prototype': 'view',
  'WeakMap.prototype': 'weak',
  'WeakSet.prototype': 'weak',
  'WeakRef.prototype': 'weak',
  'Number.prototype': 'boxed',
  'String.prototype': 'boxed',
  'Boolean.prototype': 'boxed',
  'BigInt.prototype': 'boxed',
  'Symbol.prototype': 'boxed',
  iterator: 'iterator',
} as never;

const tests: Readonly<Partial<Record<Kind, (object: object, brand: string) => boolean>>> = {
  map: (object) => hasSlot(slots.mapSize, object),
  set: (object) => hasSlot(slots.setSize, object),
  date: (object) => hasSlot(slots.date, object),
  regexp: (object) => hasSlot(slots.regexpSource, object),
  buffer: (object) => hasSlot(slots.bufferLength, object),
  view: (object) => slots.typedName(object) !== undefined || hasSlot(slots.dataLength, object),
  boxed: (object) => boxedValue(object) !== undefined,
  weak: (object, brand) => isWeak(object, brand),
};

/** The kind of an object that is no function, array or proxy. */
export function kindOf(object: object, prototype: object | null): Kind {
  const brand = brandOf(prototype);
  if (brand === 'Object.prototype') return 'object';
  if (isErrorName(brand)) return 'error';
  const kind = kinds[brand] ?? (isViewName(brand) ? 'view' : undefined);
  if (kind === undefined) return 'object';
  return tests[kind]?.(object, brand) === false ? 'object' : kind;
}

function isErrorName(brand: string): boolean {
  return slice(brand, -15) === 'Error.prototype';
}

function isViewName(brand: string): boolean {
  return slice(brand, -15) === 'Array.prototype' && brand !== 'Array.prototype';
}

function isWeak(object: object, brand: string): boolean {
  const probe = {};
  if (brand === 'WeakMap.prototype') return hasSlot((self: never) => slots.weakMapHas(self, probe), object);
  if (brand === 'WeakSet.prototype') return hasSlot((self: never) => slots.weakSetHas(self, probe), object);
  return hasSlot(slots.weakRefDeref as (self: never) => unknown, object);
}

const boxes = [slots.number, slots.string, slots.boolean, slots.bigint, slots.symbol];

/** The primitive in an object such as `Object(1)`. */
export function boxedValue(object: object): { readonly value: unknown } | undefined {
  for (let at = 0; at < boxes.length; at++) {
    try {
      return { value: (boxes[at] as (self: unknown) => unknown)(object) };
    } catch {
      // Not of this type.
    }
  }
  return undefined;
}
