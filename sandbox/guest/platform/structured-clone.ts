/** `structuredClone` for plain data, collections, dates, patterns, buffers and errors; keeps cycles and shared references. */
export function structuredClone(value: unknown): unknown {
  return clone(value, new Map());
}

function clone(value: unknown, seen: Map<object, unknown>): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') throw uncloneable(value);
  if (typeof value !== 'object' || value === null) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  return cloneObject(value, seen);
}

function cloneObject(value: object, seen: Map<object, unknown>): unknown {
  const remember = <T extends object>(copy: T): T => {
    seen.set(value, copy);
    return copy;
  };
  if (Array.isArray(value)) return copyMembers(value, remember(Object.assign([], { length: value.length })), seen);
  if (value instanceof Date) return remember(new Date(value.getTime()));
  if (value instanceof RegExp) return remember(new RegExp(value.source, value.flags));
  if (value instanceof ArrayBuffer) return remember(value.slice(0));
  if (ArrayBuffer.isView(value)) return remember(copyView(value));
  if (value instanceof Map) {
    const copy = remember(new Map<unknown, unknown>());
    for (const [key, member] of value) copy.set(clone(key, seen), clone(member, seen));
    return copy;
  }
  if (value instanceof Set) {
    const copy = remember(new Set<unknown>());
    for (const member of value) copy.add(clone(member, seen));
    return copy;
  }
  if (value instanceof Error) return remember(copyError(value, seen));
  if (value instanceof WeakMap || value instanceof WeakSet || value instanceof Promise) throw uncloneable(value);
  return copyMembers(value, remember({}), seen);
}

function copyMembers(from: object, to: object, seen: Map<object, unknown>): object {
  for (const [key, member] of Object.entries(from)) {
    Object.defineProperty(to, key, {
      value: clone(member, seen),
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
  return to;
}

function copyView(view: ArrayBufferView): object {
  const buffer = view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength);
  const View = view.constructor as new (buffer: ArrayBufferLike) => object;
  return new View(buffer);
}

const errorKinds = [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError];

function copyError(error: Error, seen: Map<object, unknown>): Error {
  const Kind = errorKinds.find((kind) => kind.name === error.name) ?? Error;
  const options = Object.hasOwn(error, 'cause') ? { cause: clone(error.cause, seen) } : undefined;
  return new Kind(error.message, options);
}

function uncloneable(value: unknown): Error {
  const error = new Error(`${typeof value === 'function' ? 'A function' : String(value)} could not be cloned.`);
  error.name = 'DataCloneError';
  return error;
}
