/**
 * jest's mocks over vitest's: any implementation can be called with `new`, a reset leaves a mock with none, and replaced
 * properties are put back with the spies.
 */
import * as spies from '@vitest/spy';

type Implementation = (this: unknown, ...args: unknown[]) => unknown;
type Mock = ReturnType<typeof spies.fn>;

const all = new Set<Mock>();
const spied = new Set<Mock>();
const originals = new WeakMap<Implementation, Implementation>();

/** What a mock does once it has been reset. */
const nothing: Implementation = function () {
  return undefined;
};

/** An arrow function cannot be called with `new`; a function that calls it can. */
function constructible(implementation: Implementation | undefined): Implementation {
  if (implementation === undefined) return nothing;
  const wrapper: Implementation = function (this: unknown, ...args) {
    return implementation.apply(this, args);
  };
  Object.defineProperty(wrapper, 'length', { value: implementation.length });
  originals.set(wrapper, implementation);
  return wrapper;
}

/** Replaces the methods of a mock of vitest by jest's. */
function adapt(mock: Mock): Mock {
  if (all.has(mock)) return mock;
  all.add(mock);
  const vitest = { ...mock } as Mock;
  const empty = (): Mock => vitest.mockImplementation(nothing);
  return Object.assign(mock, {
    mockImplementation: (given?: Implementation) => vitest.mockImplementation(constructible(given)),
    mockImplementationOnce: (given?: Implementation) => vitest.mockImplementationOnce(constructible(given)),
    withImplementation: (given: Implementation, callback: () => unknown) =>
      vitest.withImplementation(constructible(given), callback as never) as unknown,
    getMockImplementation(): Implementation | undefined {
      const found = vitest.getMockImplementation() as Implementation | undefined;
      return found === nothing ? undefined : (originals.get(found ?? nothing) ?? found);
    },
    mockReset() {
      vitest.mockReset();
      return empty();
    },
    mockRestore() {
      vitest.mockRestore();
      empty();
    },
  });
}

interface Replaced {
  readonly replaceValue: (value: unknown) => Replaced;
  readonly restore: () => void;
}

const replaced = new Set<Replaced>();

/** Puts a value in the place of another until it is restored. */
function replaceProperty(object: Record<string, unknown>, key: string, value: unknown): Replaced {
  const before = Object.getOwnPropertyDescriptor(object, key);
  if (before === undefined && !(key in object))
    throw new Error(`Property \`${key}\` does not exist in the provided object`);
  if (typeof object[key] === 'function') {
    throw new TypeError(
      `Cannot replace the \`${key}\` property because it is a function. Use \`jest.spyOn(object, '${key}')\` instead.`,
    );
  }
  if (before?.get !== undefined) {
    throw new Error(
      `Cannot replace the \`${key}\` property because it has a getter. Use \`jest.spyOn(object, '${key}', 'get').mockReturnValue(value)\` instead.`,
    );
  }
  const replacement: Replaced = {
    replaceValue(next) {
      object[key] = next;
      return replacement;
    },
    restore() {
      if (before === undefined) Reflect.deleteProperty(object, key);
      else Object.defineProperty(object, key, before);
      replaced.delete(replacement);
    },
  };
  replaced.add(replacement);
  return replacement.replaceValue(value);
}

function fn(implementation?: Implementation): Mock {
  const mock = adapt(spies.fn(implementation && constructible(implementation)));
  return mock.mockName('jest.fn()');
}

function spyOn(object: object, key: string, access?: 'get' | 'set'): Mock {
  const mock = adapt((spies.spyOn as (...args: unknown[]) => Mock)(object, key, access));
  spied.add(mock);
  return mock;
}

function resetAllMocks(): void {
  for (const mock of all) mock.mockReset();
}

function restoreAllMocks(): void {
  for (const mock of spied) mock.mockRestore();
  spied.clear();
  for (const replacement of replaced) replacement.restore();
}

const { isMockFunction, clearAllMocks } = spies;

export const jestMocks = {
  fn,
  spyOn,
  isMockFunction,
  mocked: (value: unknown): unknown => value,
  replaceProperty,
  clearAllMocks,
  resetAllMocks,
  restoreAllMocks,
};
