const types = offered('internal/types');

type Entries = Map<unknown, unknown>;

/**
 * What `assert.partialDeepStrictEqual` asks: whether all of `expected` is in `actual`. Members of arrays are found in
 * order, members of sets and keys of maps anywhere.
 */
export function isPartiallyEqual(isDeepStrictEqual: Comparison): Comparison {
  const seen: unknown[] = [];

  const compare: Comparison = (actual, expected) => {
    if (Object.is(actual, expected)) return true;
    if (!isObject(actual) || !isObject(expected)) return false;
    if (tagOf(actual) !== tagOf(expected) || Array.isArray(actual) !== Array.isArray(expected)) return false;
    const known = [actual, expected].filter((value) => seen.includes(value)).length;
    if (known > 0) return known === 2;
    seen.push(actual, expected);
    try {
      return compareContents(actual, expected) && hasKeys(actual, expected);
    } finally {
      seen.splice(-2);
    }
  };

  function compareContents(actual: object, expected: object): boolean {
    const is = (kind: string): boolean => Boolean(types[kind]?.(actual) && types[kind]?.(expected));
    if (Array.isArray(actual)) return hasInOrder(actual, expected as unknown[]);
    if (is('isMap')) return hasEntries(actual as Entries, expected as Entries);
    if (is('isSet')) return hasAnywhere(actual as Set<unknown>, expected as Set<unknown>);
    if (is('isTypedArray')) return hasInOrder(actual as Uint8Array, expected as Uint8Array);
    if (is('isAnyArrayBuffer'))
      return hasInOrder(new Uint8Array(actual as ArrayBuffer), new Uint8Array(expected as ArrayBuffer));
    if (is('isNativeError')) return compareErrors(actual as Error, expected as Error);
    if (is('isDate')) return Object.is(Number(actual), Number(expected));
    if (is('isBoxedPrimitive')) return Object.is(actual.valueOf(), expected.valueOf());
    if (is('isRegExp'))
      return (
        `${actual as RegExp}` === `${expected as RegExp}` &&
        member(actual, 'lastIndex') === member(expected, 'lastIndex')
      );
    return isPlain(actual) || isDeepStrictEqual(actual, expected);
  }

  function hasInOrder(actual: ArrayLike<unknown>, expected: ArrayLike<unknown>): boolean {
    if (actual.length < expected.length) return false;
    let at = 0;
    // A hole asks for nothing, and fits nothing.
    for (let index = 0; index < expected.length; index += 1) {
      if (!(index in expected)) continue;
      while (at < actual.length && !(at in actual && compare(actual[at], expected[index]))) at += 1;
      if (at >= actual.length) return false;
      at += 1;
    }
    return true;
  }

  function hasAnywhere(actual: Iterable<unknown>, expected: Iterable<unknown>): boolean {
    const left = [...actual];
    return [...expected].every((member) => {
      const found = left.findIndex((candidate) => compare(candidate, member));
      return found >= 0 && left.splice(found, 1).length > 0;
    });
  }

  function hasEntries(actual: Entries, expected: Entries): boolean {
    return [...expected].every(([key, value]) =>
      actual.has(key)
        ? compare(actual.get(key), value)
        : isObject(key) && [...actual].some((entry) => compare(entry[0], key) && compare(entry[1], value)),
    );
  }

  function compareErrors(actual: Error, expected: Error): boolean {
    if (actual.message !== expected.message || actual.name !== expected.name) return false;
    return ['cause', 'errors'].every((name) => {
      if (!Object.hasOwn(expected, name)) return true;
      return Object.hasOwn(actual, name) && compare(member(actual, name), member(expected, name));
    });
  }

  function hasKeys(actual: object, expected: object): boolean {
    const isListed = ArrayBuffer.isView(expected) || Array.isArray(expected);
    return Reflect.ownKeys(expected)
      .filter((key) => isEnumerable(expected, key) && !(isListed && isIndex(key)))
      .every((key) => isEnumerable(actual, key) && compare(member(actual, key), member(expected, key)));
  }

  return compare;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isPlain(value: object): boolean {
  return tagOf(value) === '[object Object]' && !types['isBoxedPrimitive']?.(value);
}

function isIndex(key: PropertyKey): boolean {
  return typeof key === 'string' && /^\d+$/.test(key);
}

function isEnumerable(owner: object, key: PropertyKey): boolean {
  return Object.prototype.propertyIsEnumerable.call(owner, key);
}

function tagOf(value: object): string {
  return Object.prototype.toString.call(value);
}

function member(owner: object, key: PropertyKey): unknown {
  return (owner as Record<PropertyKey, unknown>)[key];
}
