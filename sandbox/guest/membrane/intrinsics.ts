/** Objects that every realm has one of: they cross as their names, so that each side sees its own. */
import { functionText, getOwnPropertyDescriptor, getPrototypeOf, ownKeys, weakGet, weakSet } from './natives.ts';

const names = [
  ['Object', Object],
  ['Function', Function],
  ['Array', Array],
  ['Map', Map],
  ['Set', Set],
  ['Date', Date],
  ['RegExp', RegExp],
  ['Promise', Promise],
  ['Number', Number],
  ['String', String],
  ['Boolean', Boolean],
  ['BigInt', BigInt],
  ['Symbol', Symbol],
  ['WeakMap', WeakMap],
  ['WeakSet', WeakSet],
  ['WeakRef', WeakRef],
  ['ArrayBuffer', ArrayBuffer],
  ['DataView', DataView],
  ['Int8Array', Int8Array],
  ['Uint8Array', Uint8Array],
  ['Uint8ClampedArray', Uint8ClampedArray],
  ['Int16Array', Int16Array],
  ['Uint16Array', Uint16Array],
  ['Int32Array', Int32Array],
  ['Uint32Array', Uint32Array],
  ['Float32Array', Float32Array],
  ['Float64Array', Float64Array],
  ['BigInt64Array', BigInt64Array],
  ['BigUint64Array', BigUint64Array],
  ['TypedArray', getPrototypeOf(Uint8Array) as object],
  ['Error', Error],
  ['EvalError', EvalError],
  ['RangeError', RangeError],
  ['ReferenceError', ReferenceError],
  ['SyntaxError', SyntaxError],
  ['TypeError', TypeError],
  ['URIError', URIError],
  ['AggregateError', AggregateError],
  ['Iterator', Iterator],
] as const;

/** Prototypes of iterators that only the engine can advance; their twins ask the original for each step. */
const iterators: readonly (readonly [name: string, prototype: object | null])[] = [
  ['%Generator%', getPrototypeOf(function* () {}.prototype as object)],
  ['%AsyncGenerator%', getPrototypeOf(async function* () {}.prototype as object)],
  ['%ArrayIterator%', getPrototypeOf([].values())],
  ['%MapIterator%', getPrototypeOf(new Map().values())],
  ['%SetIterator%', getPrototypeOf(new Set().values())],
  ['%StringIterator%', getPrototypeOf(''[Symbol.iterator]())],
  ['%RegExpStringIterator%', getPrototypeOf(''.matchAll(/x/g))],
  ['%IteratorHelper%', getPrototypeOf([].values().map((member) => member))],
  ['%WrapForValidIterator%', getPrototypeOf(Iterator.from({ next: () => ({ done: true, value: undefined }) }))],
];

const asyncIterator = getPrototypeOf(getPrototypeOf(async function* () {}.prototype as object) as object) as object;

const byName: Record<string, object> = { __proto__: null } as never;
const nameByObject = new WeakMap<object, string>();
const live = new WeakSet<object>();

function register(name: string, object: object): void {
  byName[name] = object;
  weakSet(nameByObject, object, name);
}

for (const [name, constructor] of names) {
  register(name, constructor);
  register(`${name}.prototype`, (constructor as unknown as { prototype: object }).prototype);
}
for (const [name, prototype] of iterators) {
  if (prototype === null) continue;
  register(name, prototype);
  live.add(prototype);
}
register('%AsyncIterator%', getPrototypeOf(asyncIterator) as object);
register('%AsyncFunction%', getPrototypeOf(async () => undefined) as object);
register('%GeneratorFunction%', getPrototypeOf(function* () {}) as object);
register('%AsyncGeneratorFunction%', getPrototypeOf(async function* () {}) as object);
register('globalThis', globalThis);
register('Math', Math);
register('JSON', JSON);
register('Reflect', Reflect);
register('Intl', Intl);
register('Proxy', Proxy);

const isLive = (prototype: object): boolean => liveHas(prototype);
const liveHas = live.has.bind(live);

const owners: readonly string[] = [
  ...names.flatMap(([name]) => [name, `${name}.prototype`]),
  'Math',
  'JSON',
  'Reflect',
  'Intl',
];
const globalFunctions: readonly string[] = [
  'parseInt',
  'parseFloat',
  'isNaN',
  'isFinite',
  'encodeURIComponent',
  'decodeURIComponent',
  'encodeURI',
  'decodeURI',
];
const reflectApply: unknown = Reflect.apply;
let hasMethods = false;

/** Methods are many and cross seldom: they are only looked up once one has. */
function registerMethods(): void {
  if (hasMethods) return;
  hasMethods = true;
  for (let at = 0; at < owners.length; at++) registerMethodsOf(owners[at] ?? '');
  for (let at = 0; at < globalFunctions.length; at++) {
    const name = globalFunctions[at] ?? '';
    registerMethod(name, globalThis, name);
  }
}

function registerMethodsOf(ownerName: string): void {
  const owner = byName[ownerName];
  if (owner === undefined) return;
  const keys = ownKeys(owner);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at];
    if (key !== 'constructor' && key !== undefined) registerMethod(`${ownerName}.${String(key)}`, owner, key);
  }
}

function registerMethod(name: string, owner: object, key: PropertyKey): void {
  const value = getOwnPropertyDescriptor(owner, key)?.value as unknown;
  if (typeof value === 'function' && weakGet(nameByObject as never, value) === undefined) register(name, value);
}

/** The name of an intrinsic; undefined for everything else. */
export function intrinsicName(object: object): string | undefined {
  const name = weakGet(nameByObject as never, object) as string | undefined;
  if (name !== undefined || hasMethods || typeof object !== 'function' || !isNative(object)) return name;
  registerMethods();
  return weakGet(nameByObject as never, object) as string | undefined;
}

function isNative(value: object): boolean {
  const text = functionText(value);
  return text.length < 200 && text[text.length - 2] === ']';
}

/**
 * Whether an intrinsic can do no harm in the hands of the other side's code: a method is nothing that anything else
 * stands on. Constructors, prototypes and namespaces are: `Object.is = Object` would be all that it takes.
 */
export function isHarmless(object: object): boolean {
  return (
    typeof object === 'function' &&
    getOwnPropertyDescriptor(object, 'prototype') === undefined &&
    object !== reflectApply
  );
}

/** This realm's object of a name; undefined when it has none. */
export function intrinsic(name: string): object | undefined {
  if (byName[name] === undefined) registerMethods();
  return byName[name];
}

/** What the prototypes of an object say that it is: the name of the first intrinsic among them. */
export function brandOf(prototype: object | null): string {
  for (let next = prototype; next !== null; next = getPrototypeOf(next)) {
    const name = weakGet(nameByObject as never, next) as string | undefined;
    if (name !== undefined) return isLive(next) ? 'iterator' : name;
  }
  return 'Object.prototype';
}
