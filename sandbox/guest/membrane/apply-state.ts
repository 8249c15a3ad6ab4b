/** Brings an object to the state that its original, or its twin, has on the other side. */
import {
  deleteProperty,
  describe,
  freeze,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  is,
  isArray,
  isExtensible,
  mapClear,
  mapSet,
  ownKeys,
  preventExtensions,
  RealBytes,
  seal,
  setAdd,
  setClear,
  setPrototypeOf,
  setTime,
} from './natives.ts';
import { flag, hole, type Kind, plainFlags } from './wire.ts';

export interface Change {
  readonly kind: Kind;
  readonly isNew: boolean;
  readonly prototype: object | null;
  readonly integrity: number;
  readonly payload: readonly unknown[];
  readonly properties: readonly unknown[];
}

export function applyState(object: object, change: Change): void {
  const { kind, isNew, prototype, payload, properties } = change;
  if (kind === 'proxy') return;
  if (isNew && kind !== 'iterator' && getPrototypeOf(object) !== prototype) setPrototypeOf(object, prototype);
  if (isNew && kind === 'array') fillElements(object as unknown[], payload);
  else applyPayload(object, kind, payload);
  if (kind === 'function') applyFunction(object, change);
  if (!isNew && kind !== 'array') dropMissing(object, kind, properties);
  const isFresh = isNew && kind === 'object';
  for (let at = 0; at < properties.length;) {
    at = isFresh ? addProperty(object, properties, at) : applyProperty(object, kind, properties, at);
  }
  if (change.integrity > 0 && isExtensible(object)) restrict(object, change.integrity);
}

function applyFunction(twin: object, { isNew, payload }: Change): void {
  const prototype = payload[3];
  if (!isNew || typeof prototype !== 'object' || prototype === null) return;
  const owned = getOwnPropertyDescriptor(twin, 'prototype');
  if (owned?.writable) describe(twin, 'prototype', { value: prototype, writable: false });
}

function applyPayload(object: object, kind: Kind, payload: readonly unknown[]): void {
  switch (kind) {
    case 'array':
      applyElements(object as unknown[], payload);
      return;
    case 'map':
      mapClear(object);
      for (let at = 0; at < payload.length; at += 2) mapSet(object, payload[at], payload[at + 1]);
      return;
    case 'set':
      setClear(object);
      for (let at = 0; at < payload.length; at++) setAdd(object, payload[at]);
      return;
    case 'date':
      setTime(object, payload[0] as number);
      return;
    case 'regexp':
      (object as RegExp).lastIndex = payload[2] as number;
      return;
    case 'buffer': {
      const bytes = new RealBytes(object as ArrayBuffer);
      for (let at = 0; at < payload.length; at++) bytes[at] = payload[at] as number;
      return;
    }
    default:
  }
}

/** Fills an array that nobody has seen yet. */
function fillElements(array: unknown[], payload: readonly unknown[]): void {
  for (let at = 0; at < payload.length; at++) {
    if (payload[at] === hole) array.length = at + 1;
    else array[at] = payload[at];
  }
}

function applyElements(array: unknown[], payload: readonly unknown[]): void {
  if (!isArray(array)) return;
  if (array.length !== payload.length) array.length = payload.length;
  for (let at = 0; at < payload.length; at++) {
    const value = payload[at];
    if (value === hole) deleteProperty(array, at);
    else if (!is(array[at], value) || getOwnPropertyDescriptor(array, at) === undefined) define(array, at, value);
  }
}

/** As assignment does, but no setter of a prototype gets in the way. */
function define(object: object, key: PropertyKey, value: unknown): void {
  describe(object, key, { value, writable: true, enumerable: true, configurable: true });
}

function dropMissing(object: object, kind: Kind, properties: readonly unknown[]): void {
  if (kind === 'function' || kind === 'view' || kind === 'buffer') return;
  const keys = ownKeys(object);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as PropertyKey;
    if (!names(properties, key)) deleteProperty(object, key);
  }
}

function names(properties: readonly unknown[], key: PropertyKey): boolean {
  for (let at = 0; at < properties.length; at += sizeAt(properties, at)) if (properties[at] === key) return true;
  return false;
}

function sizeAt(properties: readonly unknown[], at: number): number {
  return ((properties[at + 1] as number) & flag.accessor) === 0 ? 3 : 4;
}

/** As `applyProperty`, for an object that nobody has seen yet. */
function addProperty(object: object, properties: readonly unknown[], at: number): number {
  const key = properties[at] as string;
  if (properties[at + 1] !== plainFlags || key === '__proto__') return applyProperty(object, 'object', properties, at);
  define(object, key, properties[at + 2]);
  return at + 3;
}

/** Defines one property, and tells where the next begins. */
function applyProperty(object: object, kind: Kind, properties: readonly unknown[], at: number): number {
  const key = properties[at] as PropertyKey;
  const flags = properties[at + 1] as number;
  const enumerable = (flags & flag.enumerable) !== 0;
  const configurable = (flags & flag.configurable) !== 0;
  if ((flags & flag.accessor) !== 0) {
    const get = properties[at + 2] as () => unknown;
    const set = properties[at + 3] as (value: unknown) => void;
    describe(object, key, { get, set, enumerable, configurable });
    return at + 4;
  }
  const value = kind === 'error' && isText(key) ? textOf(properties[at + 2]) : properties[at + 2];
  const known = getOwnPropertyDescriptor(object, key);
  if (flags === plainFlags && known === undefined) define(object, key, value);
  else describe(object, key, { value, enumerable, configurable, writable: (flags & flag.writable) !== 0 });
  return at + 3;
}

/** What an error says is text, whatever a solution made of it: those who look for words in it rely on that. */
function isText(key: PropertyKey): boolean {
  return key === 'message' || key === 'name' || key === 'stack';
}

function textOf(value: unknown): unknown {
  return typeof value === 'object' || typeof value === 'function' ? '' : value;
}

function restrict(object: object, integrity: number): void {
  if (integrity === 3) freeze(object);
  else if (integrity === 2) seal(object);
  else preventExtensions(object);
}
