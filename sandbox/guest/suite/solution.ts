/** How a suite gets at the solution: as modules, or as globals. */
import { modules } from '../platform/modules.ts';
import { onSolutionChange, link } from './link.ts';
import { beginWatching } from './watched-globals.ts';

type Values = Record<string, unknown>;

export interface Offered {
  /** Names that can be imported. */
  readonly names: readonly string[];
}

/** The solution's modules by their path, as twins; `onRefresh` tells when their members may have changed. */
export const solutionModules: {
  readonly values: Record<string, Values>;
  readonly onRefresh: (listener: () => void) => void;
} = { values: {}, onRefresh: onSolutionChange };

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function ask(what: 'exports' | 'globals', path: string): unknown {
  const found = link().ask(what, [path]);
  if (isObject(found)) link().pinExports(found);
  return found;
}

/** Makes a module ready to be imported. What a CommonJS module exports is its default as well, as in Node. */
export function offerAsModule(path: string): Offered {
  const exported = ask('exports', path);
  const values = (isObject(exported) ? exported : {}) as Values;
  const names = Object.keys(values);
  const hasDefault = names.includes('default');
  modules.provide(path, exported);
  solutionModules.values[path] = hasDefault ? values : withDefault(values, exported);
  return { names: hasDefault ? names : [...names, 'default'] };
}

function withDefault(values: Values, exported: unknown): Values {
  const get = (target: Values, key: string): unknown => (key === 'default' ? exported : target[key]);
  return new Proxy(values, { get: get as ProxyHandler<Values>['get'] & {} });
}

/** To be called once everything is in place and the suite is about to begin. */
export { beginWatching };

const ours: ReadonlySet<string> = new Set([
  'expect',
  'test',
  'it',
  'describe',
  'suite',
  'vi',
  'jest',
  'fc',
  'assert',
  'console',
  'require',
  'module',
  'exports',
  'process',
  'globalThis',
  'beforeEach',
  'beforeAll',
  'afterEach',
  'afterAll',
]);

/** Defines what the solution exports and declares as globals, except where that would replace what tests are made of. */
export function offerAsGlobals(path: string, entryPoint: string): Offered {
  const values = ask('globals', path) as Values;
  const names = Object.keys(values).filter((name) => isOpen(name, entryPoint));
  for (const name of names) defineGlobal(name, () => values[name]);
  if (entryPoint !== '' && !names.includes(entryPoint) && isOpen(entryPoint, entryPoint)) {
    const main = values['default'];
    const value = isObject(main) && 'default' in main ? main.default : main;
    if (typeof value === 'function') defineGlobal(entryPoint, () => value);
  }
  return { names };
}

/** Names of the language may be taken only by the function that was asked for, those of tests by nothing. */
function isOpen(name: string, entryPoint: string): boolean {
  if (name === 'default' || ours.has(name)) return false;
  return name === entryPoint || !(name in globalThis);
}

function defineGlobal(name: string, get: () => unknown): void {
  const set = (value: unknown): void => {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true });
  };
  Object.defineProperty(globalThis, name, { get, set, configurable: true, enumerable: true });
}
