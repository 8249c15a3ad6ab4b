/** What an object holds apart from its properties. */
import { brandOf } from './intrinsics.ts';
import { boxedValue } from './kinds.ts';
import {
  getOwnPropertyDescriptor,
  getPrototypeOf,
  mapForEach,
  patternFlags,
  RealBytes,
  setForEach,
  slots,
} from './natives.ts';
import { proxyTarget } from './proxies.ts';
import type { Kind } from './wire.ts';

/** In the order in which it is sent: see `makeTwin` and `applyState`. */
export function payloadOf(kind: Kind, object: object, prototype: object | null): readonly unknown[] {
  const payload: unknown[] = [];
  switch (kind) {
    case 'map':
      mapForEach(object, (value, key) => {
        payload[payload.length] = key;
        payload[payload.length] = value;
      });
      return payload;
    case 'set':
      setForEach(object, (value) => {
        payload[payload.length] = value;
      });
      return payload;
    case 'date':
      return [slots.date(object)];
    case 'regexp':
      return [slots.regexpSource(object), flagsOf(object), inherited(object, 'lastIndex')];
    case 'boxed':
      return [boxedValue(object)?.value];
    case 'weak':
      return [brandOf(prototype)];
    case 'iterator':
      return [inherited(object, Symbol.toStringTag), canStep(object, 'return'), canStep(object, 'throw')];
    case 'buffer':
      return bytesOf(object as ArrayBuffer);
    case 'view':
      return viewOf(object);
    default:
      return payload;
  }
}

/** As `RegExp.prototype.flags`, which asks properties that anybody can replace. */
function flagsOf(pattern: object): string {
  let flags = '';
  for (let at = 0; at < patternFlags.length; at++) {
    const flag = patternFlags[at] as (typeof patternFlags)[number];
    if (flag.read(pattern)) flags += flag.letter;
  }
  return flags;
}

/** A data property of an object or of what it inherits from; getters are not asked. */
function inherited(object: object, key: PropertyKey): unknown {
  for (let next: object | null = object; next !== null; next = getPrototypeOf(next)) {
    if (proxyTarget(next) !== undefined) return undefined;
    const found = getOwnPropertyDescriptor(next, key);
    if (found !== undefined) return found.value;
  }
  return undefined;
}

function canStep(object: object, step: string): boolean {
  return typeof inherited(object, step) === 'function';
}

function bytesOf(buffer: ArrayBuffer): readonly number[] {
  const bytes = new RealBytes(buffer);
  const payload: number[] = [];
  for (let at = 0; at < bytes.length; at++) payload[at] = bytes[at] ?? 0;
  return payload;
}

function viewOf(object: object): readonly unknown[] {
  const name = slots.typedName(object);
  return name === undefined
    ? ['DataView', slots.dataBuffer(object), slots.dataOffset(object), slots.dataLength(object)]
    : [name, slots.viewBuffer(object), slots.viewOffset(object), slots.viewLength(object)];
}
