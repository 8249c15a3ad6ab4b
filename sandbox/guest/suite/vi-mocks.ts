/** The real spies of vitest, mocks of whole objects by its own mocker, and globals that are put back. */
import { mockObject } from '@vitest/mocker';
import * as spies from '@vitest/spy';
import { settings } from './settings.ts';

/** A copy of an object whose functions are mocks: empty ones, or spies on the originals. */
export function mockedObject(value: unknown, options: { readonly spy?: boolean } = {}): unknown {
  const mocked = mockObject(
    {
      type: options.spy ? 'autospy' : 'automock',
      globalConstructors: { Object, Function, Array, Map, RegExp },
      createMockInstance: spies.createMockInstance,
    },
    { value },
  );
  return mocked['value'];
}

const stubbed = new Map<PropertyKey, PropertyDescriptor | undefined>();

export function stubGlobal(name: PropertyKey, value: unknown): void {
  if (!stubbed.has(name)) stubbed.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true });
}

export function unstubAllGlobals(): void {
  for (const [name, descriptor] of stubbed) {
    if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
    else Object.defineProperty(globalThis, name, descriptor);
  }
  stubbed.clear();
}

type Environment = Record<string, string | undefined>;
const stubbedEnvironment = new Map<string, string | undefined>();

function environment(): Environment {
  const { process } = globalThis as { process?: { env?: Environment } };
  return process?.env ?? {};
}

function setVariable(name: string, value: string | boolean | undefined): void {
  if (value === undefined) Reflect.deleteProperty(environment(), name);
  else environment()[name] = `${value}`;
}

export function stubEnv(name: string, value: string | boolean | undefined): void {
  if (!stubbedEnvironment.has(name)) stubbedEnvironment.set(name, environment()[name]);
  setVariable(name, value);
}

export function unstubAllEnvs(): void {
  for (const [name, value] of stubbedEnvironment) setVariable(name, value);
  stubbedEnvironment.clear();
}

/** What the suite's settings ask for before each test. */
export function tidyMocks(): void {
  if (settings.restoreMocks) spies.restoreAllMocks();
  if (settings.mockReset) spies.resetAllMocks();
  if (settings.clearMocks) spies.clearAllMocks();
  if (settings.unstubGlobals) unstubAllGlobals();
}
