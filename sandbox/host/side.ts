import type ivm from 'isolated-vm';
import { find, refusal, sourceOf } from './offered.ts';
import type { Realm } from './realm.ts';
import type { Malformed, Prepared, Unit } from './sources/unit.ts';
import { wrapper } from './wrapper.ts';

export interface SideOptions {
  readonly side: 'solution' | 'suite';
  readonly realm: Realm;
  readonly prepared: Prepared;
  /** For the suite: the twin of a module of the solution. */
  readonly twinOf?: (path: string) => ivm.Module;
}

/** Thrown when a unit mentions a module that is not there. */
export class Unlinkable extends Error {
  readonly report: Malformed;

  constructor(report: Malformed) {
    super(report.message);
    this.report = report;
  }
}

/** Makes the units of one side ready to be evaluated in its realm, with all that they import. */
export class Side {
  readonly #options: SideOptions;
  readonly #modules = new Map<string, ivm.Module>();
  readonly #paths = new Map<ivm.Module, string>();
  readonly #added = new Set<string>();

  constructor(options: SideOptions) {
    this.#options = options;
  }

  /** Takes in a unit and all that it reaches. Throws `Unlinkable`, and what V8 says about a text that it does not take. */
  add(unit: Unit): void {
    if (this.#added.has(unit.path)) return;
    this.#added.add(unit.path);
    const { realm } = this.#options;
    if (unit.format === 'module') this.#keep(unit.path, realm.compile(unit.code, `${unit.path}.js`));
    const resolutions = this.#resolutions(unit);
    if (unit.format === 'commonjs') realm.defineUnit({ path: unit.path, resolutions, code: unit.code });
    else if (unit.usesCommonJs) realm.offerRequire(unit.path, resolutions);
  }

  /** Has a unit taken in anew when it is added again. */
  forget(path: string): void {
    this.#added.delete(path);
    this.#modules.delete(path);
  }

  /** Makes names visible that are offered by modules: `Buffer`, `URL`. */
  offerGlobals(globals: readonly { readonly global: string; readonly module: string }[]): void {
    for (const { global, module } of globals) {
      const name = this.#addOffered(module);
      if (name !== undefined) this.#options.realm.offerGlobal(global, name);
    }
  }

  /** Links a module whose own specifiers are paths of units. */
  link(entry: ivm.Module): void {
    const { realm, prepared } = this.#options;
    realm.link(entry, (specifier, referrer) => {
      if (referrer === entry) return this.#moduleAt(specifier);
      const from = this.#paths.get(referrer) ?? '';
      const path = pathOf(prepared, from, specifier);
      return path === undefined ? this.#bare(specifier) : this.#moduleAt(path);
    });
  }

  #keep(path: string, module: ivm.Module): ivm.Module {
    this.#modules.set(path, module);
    this.#paths.set(module, path);
    return module;
  }

  #moduleAt(path: string): ivm.Module {
    const known = this.#modules.get(path);
    if (known !== undefined) return known;
    const { side, twinOf } = this.#options;
    if (side === 'suite' && path !== 'suite' && twinOf !== undefined) return this.#keep(path, twinOf(path));
    return this.#wrapped(path, undefined);
  }

  #bare(specifier: string): ivm.Module {
    const builtin = this.#options.realm.builtin(specifier);
    if (builtin !== undefined) return builtin;
    const found = find(specifier);
    if (found === undefined) throw new Error(refusal(specifier));
    return this.#modules.get(found.name) ?? this.#wrapped(found.name, found.exports);
  }

  /** An ES module over what a CommonJS one exports, which it evaluates. */
  #wrapped(key: string, exports: readonly string[] | undefined): ivm.Module {
    const { realm } = this.#options;
    const taken = this.#namesTakenFrom(key);
    const all = (): readonly string[] => exports ?? realm.keysOf(key);
    const names = taken.includes('*') ? all() : taken.filter((name) => exports?.includes(name) ?? true);
    return this.#keep(key, realm.compile(wrapper(key, names), `${key}.js`));
  }

  /** Whatever the units of this side import from a module by name; `*` for all of it. */
  #namesTakenFrom(key: string): readonly string[] {
    const { prepared, side } = this.#options;
    const units = side === 'suite' ? [prepared.suite] : [prepared.solution, ...prepared.files.values()];
    return units.flatMap((unit) =>
      unit.imports
        .filter(({ specifier }) => (pathOf(prepared, unit.path, specifier) ?? find(specifier)?.name) === key)
        .flatMap(({ names }) => names),
    );
  }

  /** What each specifier of a unit stands for, after making sure that it is there. */
  #resolutions(unit: Unit): Record<string, string> {
    const resolutions: Record<string, string> = {};
    for (const { specifier, line, kind } of unit.imports) {
      const key = this.#resolve(unit.path, specifier);
      if (key !== undefined) resolutions[specifier] = key;
      else if (kind !== 'dynamic') throw new Unlinkable(this.#missing(unit, specifier, line));
    }
    return resolutions;
  }

  #resolve(from: string, specifier: string): string | undefined {
    const { prepared, realm, side } = this.#options;
    const resolution = prepared.resolve(from, specifier);
    if (resolution.kind === 'missing') return undefined;
    if (resolution.kind === 'bare') {
      return realm.builtin(specifier) === undefined ? this.#addOffered(specifier) : specifier;
    }
    const path = resolution.kind === 'file' ? resolution.path : 'solution';
    const unit = unitAt(prepared, path);
    if (side === 'solution' && unit !== undefined) this.add(unit);
    return unit === undefined ? undefined : path;
  }

  /** Takes in a module of Node's that the guest offers, or a package, with those that it requires. */
  #addOffered(specifier: string): string | undefined {
    const found = find(specifier);
    if (found === undefined) return undefined;
    const due = new Set([found.name]);
    for (const name of due) for (const required of find(name)?.requires ?? []) due.add(required);
    const missing = [...due].filter((name) => !this.#added.has(name));
    for (const name of missing) this.#added.add(name);
    this.#options.realm.defineBuiltins(missing.map((name) => [name, sourceOf(name)] as const));
    return found.name;
  }

  #missing(unit: Unit, specifier: string, line: number): Malformed {
    const { side } = this.#options;
    const message = `${unit.path}:${unit.originalLine(line)}: ${refusal(specifier)}`;
    return { kind: 'malformed', side, stage: 'link', message };
  }
}

function pathOf(prepared: Prepared, from: string, specifier: string): string | undefined {
  const resolution = prepared.resolve(from, specifier);
  return resolution.kind === 'solution' ? 'solution' : resolution.kind === 'file' ? resolution.path : undefined;
}

/** The unit of the solution's side that a path names. */
export function unitAt(prepared: Prepared, path: string): Unit | undefined {
  return path === 'solution' ? prepared.solution : prepared.files.get(path);
}
