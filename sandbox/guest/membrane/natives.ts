/**
 * The realm's own functions as they are before any candidate runs. What crosses between realms must not depend on
 * prototypes that a solution may have changed, in good faith or bad.
 */
type Uncurried<F> = F extends (this: infer T, ...args: infer A) => infer R ? (self: T, ...args: A) => R : never;

const { bind, call } = Function.prototype;

/** Turns a method into a function that takes its `this` first. */
export function uncurry<F extends (this: never, ...args: never[]) => unknown>(method: F): Uncurried<F> {
  return (bind as (this: unknown, self: unknown) => unknown).call(call, method) as Uncurried<F>;
}

function getterOf(owner: object, key: PropertyKey): (self: unknown) => never {
  return uncurry(Object.getOwnPropertyDescriptor(owner, key)?.get as (this: never) => unknown) as (
    self: unknown,
  ) => never;
}

export const {
  apply,
  construct,
  defineProperty,
  deleteProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  ownKeys,
  setPrototypeOf,
} = Reflect;
export const { isExtensible, preventExtensions } = Reflect;
export const { freeze, seal, isFrozen, isSealed, is, create } = Object;
export const { isArray } = Array;
export const { parse, stringify } = JSON;

const typedArray = getPrototypeOf(Uint8Array.prototype) as object;

/** Throws unless its argument has the slot that its name speaks of. */
export const slots = {
  mapSize: getterOf(Map.prototype, 'size'),
  setSize: getterOf(Set.prototype, 'size'),
  date: uncurry(Date.prototype.getTime),
  regexpSource: getterOf(RegExp.prototype, 'source'),
  bufferLength: getterOf(ArrayBuffer.prototype, 'byteLength'),
  typedName: getterOf(typedArray, Symbol.toStringTag) as (self: unknown) => string | undefined,
  viewBuffer: getterOf(typedArray, 'buffer'),
  viewOffset: getterOf(typedArray, 'byteOffset'),
  viewLength: getterOf(typedArray, 'length'),
  dataBuffer: getterOf(DataView.prototype, 'buffer'),
  dataOffset: getterOf(DataView.prototype, 'byteOffset'),
  dataLength: getterOf(DataView.prototype, 'byteLength'),
  number: uncurry(Number.prototype.valueOf),
  string: uncurry(String.prototype.valueOf),
  boolean: uncurry(Boolean.prototype.valueOf),
  bigint: uncurry(BigInt.prototype.valueOf),
  symbol: uncurry(Symbol.prototype.valueOf),
  weakMapHas: uncurry(WeakMap.prototype.has),
  weakSetHas: uncurry(WeakSet.prototype.has),
  weakRefDeref: uncurry(WeakRef.prototype.deref),
} as const;

export const mapForEach: (self: unknown, visit: (value: unknown, key: unknown) => void) => void = uncurry(
  Map.prototype.forEach as (this: never, visit: never) => void,
) as never;
export const setForEach: (self: unknown, visit: (value: unknown) => void) => void = uncurry(
  Set.prototype.forEach as (this: never, visit: never) => void,
) as never;
export const mapSet: (self: unknown, key: unknown, value: unknown) => unknown = uncurry(Map.prototype.set) as never;
export const mapClear: (self: unknown) => void = uncurry(Map.prototype.clear);
export const setAdd: (self: unknown, value: unknown) => unknown = uncurry(Set.prototype.add) as never;
export const setClear: (self: unknown) => void = uncurry(Set.prototype.clear);
export const setTime: (self: unknown, time: number) => number = uncurry(Date.prototype.setTime);
export const weakGet: (self: WeakMap<object, never>, key: object) => unknown = uncurry(WeakMap.prototype.get) as never;
export const weakSet: (self: object, key: object, value: unknown) => unknown = uncurry(WeakMap.prototype.set) as never;
export const promiseThen: (
  self: unknown,
  fulfilled: (value: unknown) => unknown,
  rejected: (reason: unknown) => unknown,
) => unknown = uncurry(Promise.prototype.then as (this: never) => unknown) as never;
export const functionText: (self: unknown) => string = uncurry(Function.prototype.toString);
export const startsWith: (self: string, start: string) => boolean = uncurry(String.prototype.startsWith);
export const symbolKeyFor: (symbol: symbol) => string | undefined = Symbol.keyFor;
export const symbolFor: (key: string) => symbol = Symbol.for;
export const RealPromise: PromiseConstructor = Promise;
export const RealMap: MapConstructor = Map;
export const RealSet: SetConstructor = Set;
export const RealDate: DateConstructor = Date;
export const RealRegExp: RegExpConstructor = RegExp;
export const RealProxy: ProxyConstructor = Proxy;
export const RealWeakMap: WeakMapConstructor = WeakMap;
export const RealWeakSet: WeakSetConstructor = WeakSet;
export const RealError: ErrorConstructor = Error;
export const RealTypeError: TypeErrorConstructor = TypeError;
export const RealRangeError: RangeErrorConstructor = RangeError;
export const RealObject: ObjectConstructor = Object;
export const toBigInt: (text: string) => bigint = BigInt;
export const toText: (value: unknown) => string = String;
export const toSymbol: (description?: string) => symbol = Symbol;
export const RealArrayBuffer: ArrayBufferConstructor = ArrayBuffer;
export const RealDataView: DataViewConstructor = DataView;
export const RealBytes: Uint8ArrayConstructor = Uint8Array;

/** Typed array constructors by their name. */
export const views: Readonly<Record<string, new (buffer: ArrayBuffer, offset: number, length: number) => object>> = {
  __proto__: null,
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
} as never;

/** Flags of a pattern in the order in which they are written. */
export const patternFlags: readonly { readonly letter: string; readonly read: (self: unknown) => boolean }[] = [
  { letter: 'd', read: getterOf(RegExp.prototype, 'hasIndices') },
  { letter: 'g', read: getterOf(RegExp.prototype, 'global') },
  { letter: 'i', read: getterOf(RegExp.prototype, 'ignoreCase') },
  { letter: 'm', read: getterOf(RegExp.prototype, 'multiline') },
  { letter: 's', read: getterOf(RegExp.prototype, 'dotAll') },
  { letter: 'u', read: getterOf(RegExp.prototype, 'unicode') },
  { letter: 'v', read: getterOf(RegExp.prototype, 'unicodeSets') },
  { letter: 'y', read: getterOf(RegExp.prototype, 'sticky') },
];
export const slice: (self: string, start: number, end?: number) => string = uncurry(String.prototype.slice);

/** Defines a property by a descriptor that inherits nothing: `get` on `Object.prototype` would make it an accessor. */
export function describe(object: object, key: PropertyKey, descriptor: PropertyDescriptor): boolean {
  return defineProperty(object, key, setPrototypeOf(descriptor, null) ? descriptor : {});
}

/** Whether a getter or method finds its slot in a value. */
export function hasSlot(read: (self: never) => unknown, value: object): boolean {
  try {
    read(value as never);
    return true;
  } catch {
    return false;
  }
}
