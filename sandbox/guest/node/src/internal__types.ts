/* oxlint-disable typescript/unbound-method -- methods are taken off their prototypes, to be called on other objects. */
type Test = (value: unknown) => boolean;
type Method = (this: unknown, ...args: unknown[]) => unknown;

const { apply, getPrototypeOf, getOwnPropertyDescriptor } = Reflect;

/** Whether a built-in method accepts the value as `this`, which no object can pretend. */
function accepts(method: Method, ...args: unknown[]): Test {
  return (value) => {
    if (typeof value !== 'object' || value === null) return false;
    try {
      apply(method, value, args);
      return true;
    } catch {
      return false;
    }
  };
}

function getter(prototype: object, name: PropertyKey): Method {
  return getOwnPropertyDescriptor(prototype, name)?.get as Method;
}

function tagged(tag: string): Test {
  const toString = Object.prototype.toString;
  return (value) => typeof value === 'object' && value !== null && apply(toString, value, []) === `[object ${tag}]`;
}

const typedArrayTag = getter(getPrototypeOf(Uint8Array.prototype) as object, Symbol.toStringTag);
const functionTag = (value: unknown): unknown =>
  typeof value === 'function' ? (value as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag] : undefined;
const never: Test = () => false;
const valueOf = (kind: { prototype: object }): Test => accepts((kind.prototype as { valueOf: Method }).valueOf);

const isNumberObject = valueOf(Number);
const isStringObject = valueOf(String);
const isBooleanObject = valueOf(Boolean);
const isBigIntObject = valueOf(BigInt);
const isSymbolObject = valueOf(Symbol);
const isArrayBuffer = accepts(getter(ArrayBuffer.prototype, 'byteLength'));
const isError = (Error as { isError?: Test }).isError ?? tagged('Error');

const types: Record<string, Test> = {
  isExternal: never,
  isDate: accepts(Date.prototype.getTime),
  isArgumentsObject: (value) => tagged('Arguments')(value) && !(Symbol.toStringTag in (value as object)),
  isBigIntObject,
  isBooleanObject,
  isNumberObject,
  isStringObject,
  isSymbolObject,
  isBoxedPrimitive: (value) =>
    isNumberObject(value) ||
    isStringObject(value) ||
    isBooleanObject(value) ||
    isBigIntObject(value) ||
    isSymbolObject(value),
  isNativeError: isError,
  isRegExp: (value) => isRegExp(value),
  isAsyncFunction: (value) => ['AsyncFunction', 'AsyncGeneratorFunction'].includes(String(functionTag(value))),
  isGeneratorFunction: (value) => ['GeneratorFunction', 'AsyncGeneratorFunction'].includes(String(functionTag(value))),
  isGeneratorObject: (value) => tagged('Generator')(value) || tagged('AsyncGenerator')(value),
  isPromise: (value) => isPromise(value),
  isMap: accepts(getter(Map.prototype, 'size')),
  isSet: accepts(getter(Set.prototype, 'size')),
  isMapIterator: tagged('Map Iterator'),
  isSetIterator: tagged('Set Iterator'),
  isWeakMap: accepts(WeakMap.prototype.has as Method, {}),
  isWeakSet: accepts(WeakSet.prototype.has as Method, {}),
  isArrayBuffer,
  isDataView: (value) => ArrayBuffer.isView(value) && apply(typedArrayTag, value, []) === undefined,
  isSharedArrayBuffer: never,
  isProxy: never,
  isModuleNamespaceObject: tagged('Module'),
  isAnyArrayBuffer: isArrayBuffer,
  isCryptoKey: never,
  isKeyObject: never,
  isArrayBufferView: (value) => ArrayBuffer.isView(value),
  isTypedArray: (value) => ArrayBuffer.isView(value) && apply(typedArrayTag, value, []) !== undefined,
};

// A method of its own cannot tell these from others: the internal slot shows in a getter that the prototype passes too.
const sourceOf = getter(RegExp.prototype, 'source');
const isRegExp: Test = (value) => value !== RegExp.prototype && accepts(sourceOf)(value);
const isPromise: Test = (value) => value instanceof Promise && tagged('Promise')(value);

for (const kind of [
  'Int8',
  'Int16',
  'Int32',
  'Uint8',
  'Uint16',
  'Uint32',
  'Uint8Clamped',
  'Float16',
  'Float32',
  'Float64',
  'BigInt64',
  'BigUint64',
]) {
  types[`is${kind}Array`] = (value) => ArrayBuffer.isView(value) && apply(typedArrayTag, value, []) === `${kind}Array`;
}

export default types;
