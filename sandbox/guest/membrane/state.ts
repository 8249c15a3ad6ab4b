/** Reads what an object is and holds, one level deep, so that it can be sent, and compared with what was sent before. */
import { brandOf } from './intrinsics.ts';
import { kindOf } from './kinds.ts';
import {
  getOwnPropertyDescriptor,
  getPrototypeOf,
  is,
  isArray,
  isExtensible,
  isFrozen,
  isSealed,
  ownKeys,
  slice,
} from './natives.ts';
import { payloadOf } from './payload.ts';
import { proxyTarget } from './proxies.ts';
import { flag, hole, type Kind } from './wire.ts';

export interface State {
  readonly kind: Kind;
  readonly prototype: object | null;
  /** 0 open, 1 not extensible, 2 sealed, 3 frozen. */
  readonly integrity: number;
  readonly payload: readonly unknown[];
  /** Key, flags and value of each property; for accessors key, flags, getter and setter. */
  readonly properties: readonly unknown[];
  /** Whether it refers to no other object. */
  readonly isFlat: boolean;
}

const arrayKeyCheck = 64;
const maxStack = 2000;

function areFlat(values: readonly unknown[]): boolean {
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    if (typeof value === 'function' || (typeof value === 'object' && value !== null)) return false;
  }
  return true;
}

/** The state of an object that has just been brought to it. */
export function stateOf({ kind, prototype, integrity, payload, properties }: Omit<State, 'isFlat'>): State {
  return { kind, prototype, integrity, payload, properties, isFlat: areFlat(payload) && areFlat(properties) };
}

/** The state of an object now. Getters are not called; traps of its proxies are not either. */
export function readState(object: object): State {
  const target = proxyTarget(object);
  if (target !== undefined) return proxyState(target);
  if (typeof object === 'function') return functionState(object);
  const prototype = getPrototypeOf(object);
  if (isArray(object)) return arrayState(object, prototype);
  const kind = kindOf(object, prototype);
  const payload = payloadOf(kind, object, prototype);
  const properties = propertiesOf(object, kind);
  const isFlat = areFlat(payload) && areFlat(properties);
  return { kind, prototype, integrity: integrityOf(object), payload, properties, isFlat };
}

function proxyState(target: object): State {
  const what = typeof target === 'function' ? 'function' : isArray(target) ? 'array' : 'object';
  return { kind: 'proxy', prototype: null, integrity: 0, payload: [what], properties: [], isFlat: true };
}

function arrayState(array: readonly unknown[], prototype: object | null): State {
  const { length } = array;
  const payload: unknown[] = [];
  for (let at = 0; at < length; at++) {
    const value = array[at];
    payload[at] = value === undefined && getOwnPropertyDescriptor(array, at) === undefined ? hole : value;
  }
  const properties: unknown[] = [];
  const keys = length <= arrayKeyCheck ? ownKeys(array) : [];
  if (keys.length > length + 1 || (keys.length > 0 && keys.length <= length)) {
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] as PropertyKey;
      if (key !== 'length' && !isIndex(key, length)) addProperty(properties, array, key);
    }
  }
  const isFlat = areFlat(payload) && properties.length === 0;
  return { kind: 'array', prototype, integrity: integrityOf(array), payload, properties, isFlat };
}

function isIndex(key: PropertyKey, length: number): boolean {
  if (typeof key !== 'string') return false;
  const index = +key;
  return index >= 0 && index < length && `${index}` === key;
}

function functionState(target: object): State {
  const properties: unknown[] = [];
  const keys = ownKeys(target);
  let name: unknown = '';
  let length: unknown = 0;
  let prototype: unknown;
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as PropertyKey;
    const value = (): unknown => getOwnPropertyDescriptor(target, key)?.value;
    if (key === 'name') name = value();
    else if (key === 'length') length = value();
    else if (key === 'prototype') prototype = value();
    else if (key !== 'arguments' && key !== 'caller') addProperty(properties, target, key);
  }
  const isConstructor = typeof prototype === 'object' && prototype !== null && !isGenerator(target);
  const payload = [
    typeof name === 'string' ? name : '',
    typeof length === 'number' ? length : 0,
    isConstructor,
    isConstructor ? prototype : undefined,
  ];
  return {
    kind: 'function',
    prototype: getPrototypeOf(target),
    integrity: integrityOf(target),
    payload,
    properties,
    isFlat: false,
  };
}

function isGenerator(target: object): boolean {
  const brand = brandOf(getPrototypeOf(target));
  return brand === '%GeneratorFunction%' || brand === '%AsyncGeneratorFunction%';
}

function integrityOf(object: object): number {
  if (isExtensible(object)) return 0;
  return isFrozen(object) ? 3 : isSealed(object) ? 2 : 1;
}

function propertiesOf(object: object, kind: Kind): readonly unknown[] {
  const properties: unknown[] = [];
  if (kind === 'view' || kind === 'buffer') return properties;
  const keys = ownKeys(object);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as PropertyKey;
    const isOwn = (kind === 'regexp' && key === 'lastIndex') || (kind === 'boxed' && typeof key === 'string');
    if (!isOwn) addProperty(properties, object, key);
  }
  return properties;
}

function addProperty(properties: unknown[], object: object, key: PropertyKey): void {
  const found = getOwnPropertyDescriptor(object, key);
  if (found === undefined) return;
  const base = (found.enumerable ? flag.enumerable : 0) | (found.configurable ? flag.configurable : 0);
  const at = properties.length;
  properties[at] = key;
  if (found.get !== undefined || found.set !== undefined) {
    properties[at + 1] = base | flag.accessor;
    properties[at + 2] = found.get;
    properties[at + 3] = found.set;
    return;
  }
  properties[at + 1] = base | (found.writable ? flag.writable : 0);
  const { value } = found as { value: unknown };
  properties[at + 2] = key === 'stack' && typeof value === 'string' ? slice(value, 0, maxStack) : value;
}

/** Whether an array, which is looked at again and again, still is what it was; quicker than reading its state. */
export function isUnchangedArray(array: readonly unknown[], { payload, prototype, integrity }: State): boolean {
  const { length } = payload;
  if (array.length !== length || getPrototypeOf(array) !== prototype || (integrity === 0) !== isExtensible(array)) {
    return false;
  }
  for (let at = 0; at < length; at++) {
    const before = payload[at];
    const now = array[at];
    if (before !== now && !is(before, now)) {
      if (before !== hole || now !== undefined || getOwnPropertyDescriptor(array, at) !== undefined) return false;
    }
  }
  return true;
}

/** Whether nothing has changed from one state to another of the same object. */
export function isSame(before: State, now: State): boolean {
  return (
    before.prototype === now.prototype &&
    before.integrity === now.integrity &&
    areSame(before.payload, now.payload) &&
    areSame(before.properties, now.properties)
  );
}

function areSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  const { length } = before;
  if (length !== now.length) return false;
  for (let at = 0; at < length; at++) if (before[at] !== now[at] && !is(before[at], now[at])) return false;
  return true;
}
