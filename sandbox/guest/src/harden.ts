/**
 * Freezes every intrinsic object before a solution loads, so that code which shares the realm with its own tests
 * cannot patch what the tests stand on.
 *
 * Freezing makes inherited properties unassignable (the "override mistake"), which would break honest code such as
 * `this.name = 'ParseError'` or `counts['constructor'] = 1`. On the prototypes where that happens, data properties
 * become accessors whose setter defines an own property, as in SES ("enablements").
 */

const assignable: readonly object[] = [
  Object.prototype,
  Function.prototype,
  ...[Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError, AggregateError].map(
    (constructor) => constructor.prototype as object,
  ),
];

/** Own keys that honest code assigns on instances of any class. */
const assignableEverywhere: readonly PropertyKey[] = ['toString', 'toJSON', 'valueOf', 'toLocaleString'];

/** What only code can reach: no global names them. */
function hiddenIntrinsics(): object[] {
  const segments = new Intl.Segmenter('en').segment('');
  return [
    prototypeOf(async () => undefined),
    prototypeOf(function* () {}),
    prototypeOf(async function* () {}),
    prototypeOf([][Symbol.iterator]()),
    prototypeOf(new Map()[Symbol.iterator]()),
    prototypeOf(new Set()[Symbol.iterator]()),
    prototypeOf(''[Symbol.iterator]()),
    prototypeOf(''.matchAll(/x/g)),
    prototypeOf(Iterator.from([]).map((member) => member)),
    prototypeOf(Iterator.from({ next: () => ({ done: true, value: undefined }) })),
    prototypeOf(segments),
    prototypeOf(segments[Symbol.iterator]()),
    prototypeOf(Uint8Array),
  ];
}

function* children(target: object): Generator<object> {
  const prototype: unknown = Object.getPrototypeOf(target);
  if (isObject(prototype)) yield prototype;
  for (const key of Reflect.ownKeys(target)) {
    const descriptor = Object.getOwnPropertyDescriptor(target, key) ?? {};
    yield* Object.values(descriptor).filter(isObject);
  }
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** Everything that can be reached, but for what lies behind objects that are frozen already. */
function reachableFrom(roots: readonly object[]): object[] {
  const found = new Set<object>();
  const pending = [...roots];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (found.has(next) || frozen.has(next) || next === globalThis) continue;
    found.add(next);
    pending.push(...children(next));
  }
  return [...found];
}

function makeAssignable(owner: object, key: PropertyKey, value: unknown, enumerable: boolean): void {
  const get = (): unknown => value;
  const set = function (this: object, assigned: unknown): void {
    if (this === owner) throw new TypeError(`Cannot assign to read only property '${String(key)}'`);
    if (Object.hasOwn(this, key)) {
      Object.defineProperty(this, key, { value: assigned });
    } else {
      Object.defineProperty(this, key, { value: assigned, writable: true, enumerable: true, configurable: true });
    }
  };
  Object.defineProperty(owner, key, { get, set, enumerable, configurable: false });
  for (const accessor of [get, set]) Object.freeze(accessor);
}

function isAssignable(owner: object, key: PropertyKey, isPrototype: boolean): boolean {
  if (typeof key !== 'string') return false;
  return assignable.includes(owner) || (isPrototype && assignableEverywhere.includes(key));
}

function freeze(target: object, prototypes: ReadonlySet<object>): void {
  for (const key of Reflect.ownKeys(target)) {
    const descriptor = Object.getOwnPropertyDescriptor(target, key);
    if (descriptor?.configurable !== true) continue;
    if ('value' in descriptor && isAssignable(target, key, prototypes.has(target))) {
      makeAssignable(target, key, descriptor.value, descriptor.enumerable ?? false);
    } else if ('value' in descriptor) {
      Object.defineProperty(target, key, {
        writable: target === Error && key === 'stackTraceLimit',
        configurable: false,
      });
    } else {
      Object.defineProperty(target, key, { configurable: false });
    }
  }
  Object.preventExtensions(target);
}

/** The one global that has to stay deletable: the host takes it away before any untrusted code. */
export const hostHook = '__guest';

/** Keys of the globals that are not locked yet. */
function openGlobals(): PropertyKey[] {
  return Reflect.ownKeys(globalThis).filter((key) => {
    const isOurs = key === hostHook || uncounted.includes(String(key));
    return !isOurs && Object.getOwnPropertyDescriptor(globalThis, key)?.configurable === true;
  });
}

function lockGlobals(): void {
  for (const key of openGlobals()) {
    const descriptor = Object.getOwnPropertyDescriptor(globalThis, key) ?? {};
    const locked = 'value' in descriptor ? { writable: false, configurable: false } : { configurable: false };
    Object.defineProperty(globalThis, key, locked);
  }
}

const prototypeOf = (value: object): object => Object.getPrototypeOf(value) as object;
const asyncIteratorPrototype = prototypeOf(prototypeOf(async function* () {}.prototype as object));

/** Intrinsics to which V8 adds properties while it makes a context from a snapshot: frozen before that, they crash it. */
const late: ReadonlySet<object> = new Set([
  Promise,
  RegExp,
  Error,
  Math,
  Atomics,
  DataView.prototype,
  Iterator.prototype,
  asyncIteratorPrototype,
]);

/** Globals that are taken away once a context has been made, because V8 looks for them then. */
const uncounted: readonly string[] = ['WebAssembly', 'SharedArrayBuffer', 'Atomics'];
const frozen = new WeakSet<object>();

function freezeAll(roots: readonly object[], isDue: (target: object) => boolean): void {
  const all = reachableFrom(roots);
  const prototypes = new Set<object>();
  for (const target of all) {
    if (typeof target !== 'function') continue;
    const prototype = Object.getOwnPropertyDescriptor(target, 'prototype')?.value as unknown;
    if (isObject(prototype)) prototypes.add(prototype);
  }
  for (const target of all) {
    if (!isDue(target)) continue;
    freeze(target, prototypes);
    frozen.add(target);
  }
}

/** The values of globals that are not locked yet. */
function openGlobalObjects(): object[] {
  return openGlobals()
    .map((key) => (globalThis as Record<PropertyKey, unknown>)[key])
    .filter(isObject);
}

/** Freezes the intrinsics while a snapshot is made, which costs fresh isolates nothing. */
export function harden(): void {
  const globals = Reflect.ownKeys(globalThis).map((key) => (globalThis as Record<PropertyKey, unknown>)[key]);
  freezeAll([...globals.filter(isObject), ...hiddenIntrinsics()], (target) => !late.has(target));
  lockGlobals();
}

/** Freezes what is left and locks the globals; to be called in a fresh isolate before any untrusted code. */
export function hardenLate(): void {
  for (const name of uncounted) Reflect.deleteProperty(globalThis, name);
  // Without an own property here, a solution could read stack frames, and through them the functions of its tests.
  Object.defineProperty(Error, 'prepareStackTrace', { value: undefined });
  freezeAll([...late, ...openGlobalObjects()], () => true);
  lockGlobals();
}
