/** CommonJS as a realm has it: units by their path, each evaluated once, when it is first asked for. */
import { describe, getOwnPropertyDescriptor, ownKeys } from '../membrane/natives.ts';

type Require = (specifier: string) => unknown;
type Getters = Readonly<Record<string, () => unknown>>;

type Factory = (
  this: unknown,
  exports: object,
  require: Require,
  module: { exports: unknown },
  filename: string,
  dirname: string,
  offer: (getters: Getters) => void,
) => void;

interface Unit {
  readonly factory: Factory;
  /** What each specifier that it mentions stands for. */
  readonly resolutions: Readonly<Record<string, string>>;
  module: { exports: unknown } | undefined;
  /** Its top-level declarations, when they are to be handed out. */
  declared: Getters;
}

const units = { __proto__: null } as unknown as Record<string, Unit | undefined>;
/** Modules that were there before, or came as values: those of the guest, and what ES modules export. */
const values = { __proto__: null } as unknown as Record<string, unknown>;
const builtins = { __proto__: null } as unknown as Record<string, string | undefined>;
/** Evaluates a script of the platform; taken before anybody can replace it. */
// oxlint-disable-next-line no-eval -- evaluates the platform's own modules, in the realm that they are for
const evaluateScript = globalThis.eval as (text: string) => unknown;

export const modules = {
  /** Takes in the body of a CommonJS unit. */
  define(path: string, resolutions: Readonly<Record<string, string>>, factory: Factory): void {
    units[path] = { factory, resolutions, module: undefined, declared: {} };
  },

  /** Takes in a module of the platform: a script whose value is a function from `require` to what it exports. */
  defineBuiltin(name: string, text: string): void {
    builtins[name] = text;
  },

  provide(name: string, value: unknown): void {
    values[name] = value;
  },

  /** Has a unit evaluated anew when it is asked for again. */
  forget(path: string): void {
    const unit = units[path];
    if (unit !== undefined) unit.module = undefined;
  },

  /** What a module exports; evaluates it if need be. */
  load(key: string): unknown {
    if (key in values) return values[key];
    const builtin = builtins[key];
    if (builtin !== undefined) {
      const create = evaluateScript(builtin) as (require: Require) => unknown;
      const made = create((name) => modules.load(name));
      values[key] = made;
      return made;
    }
    const unit = units[key];
    if (unit === undefined) throw new Error(`Cannot find module '${key}'`);
    return (unit.module ?? evaluate(key, unit)).exports;
  },

  /** The function with which code at a path requires others. */
  requireFrom(path: string, resolutions: Readonly<Record<string, string>>): Require {
    return (specifier) => {
      const key = getOwnPropertyDescriptor(resolutions, specifier)?.value;
      if (key !== undefined) return modules.load(key);
      const error = new Error(`Cannot find module '${specifier}'\nRequire stack:\n- ${path}`);
      throw Object.assign(error, { code: 'MODULE_NOT_FOUND' });
    };
  },

  /** Defines a global that is taken from a module once it is used. */
  offerGlobal(name: string, key: string): void {
    const define = (value: unknown): unknown => {
      Object.defineProperty(globalThis, name, { value, writable: true, enumerable: false, configurable: true });
      return value;
    };
    const get = (): unknown => define((modules.load(key) as Record<string, unknown>)[name]);
    Object.defineProperty(globalThis, name, { get, set: define, enumerable: false, configurable: true });
  },

  /** Makes `require`, `module` and `exports` visible, for ES modules that use them as bundlers allow. */
  offerRequire(path: string, resolutions: Readonly<Record<string, string>>): void {
    const module = { exports: {} };
    const globals = { require: modules.requireFrom(path, resolutions), module, exports: module.exports };
    for (const [name, value] of Object.entries(globals)) {
      Object.defineProperty(globalThis, name, { value, writable: true, enumerable: false, configurable: true });
    }
  },

  /** The top-level declarations of a unit that was evaluated. */
  declaredIn: (path: string): Getters => units[path]?.declared ?? {},
};

function evaluate(path: string, unit: Unit): { exports: unknown } {
  const module = { exports: {} as unknown };
  unit.module = module;
  const require = modules.requireFrom(path, unit.resolutions);
  const offer = (getters: Getters): void => {
    unit.declared = getters;
  };
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
  unit.factory.call(module.exports, module.exports as object, require, module, path, folder, offer);
  return module;
}

/** Reads declarations as they are now; those that cannot be read, because their initialiser never ran, are left out. */
export function readDeclared(getters: Getters): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  const names = ownKeys(getters);
  for (let at = 0; at < names.length; at++) {
    const name = names[at] as string;
    const get = getOwnPropertyDescriptor(getters, name)?.value as () => unknown;
    try {
      const value = get();
      const common = { enumerable: true, configurable: true };
      describe(found, name, typeof value === 'function' ? { value, writable: true, ...common } : { get, ...common });
    } catch {
      // Not there for anybody.
    }
  }
  return found;
}
