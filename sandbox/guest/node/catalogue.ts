import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { INTERNAL, type Manifest } from './manifest.ts';

export { isRefused } from './refused.ts';

/** A module of Node's that a realm offers. */
export interface Offered {
  readonly name: string;
  /** Its named exports, without `default`, which is the module itself. Reading one may load another module. */
  readonly exports: readonly string[];
  /** The modules that it may ask for, now or when one of its functions is called. */
  readonly requires: readonly string[];
}

/** A global name that a program seems to use, and the module whose member of that name it is. */
export interface GlobalUse {
  readonly global: string;
  readonly module: string;
}

/** The pure parts of Node as they were built, for the host. */
export class Catalogue {
  readonly #directory: string;
  readonly #manifest: Manifest;
  readonly #sources = new Map<string, string>();
  readonly #globals: RegExp;

  /** Reads the manifest that `buildNodeModules` wrote into the directory; throws when it is not there. */
  constructor(directory: string) {
    this.#directory = directory;
    this.#manifest = JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')) as Manifest;
    this.#globals = new RegExp(`(?<![\\w$])(?:${Object.keys(this.#manifest.globals).join('|')})(?![\\w$])`, 'g');
  }

  /**
   * The module that a specifier names, with or without `node:`; undefined when there is none. Those that are parts of
   * others are found by their bare names, for the host.
   */
  find(specifier: string): Offered | undefined {
    const name = specifier.startsWith(`node:${INTERNAL}`) ? '' : specifier.replace(/^node:/, '');
    const module = this.#built(name);
    return module && { name, exports: module.exports, requires: module.requires };
  }

  /** The script of a module: it evaluates to a function from `require` to the exports. Throws when there is none. */
  sourceOf(name: string): string {
    const known = this.#sources.get(name);
    if (known !== undefined) return known;
    const module = this.#built(name);
    if (module === undefined) throw new Error(`there is no module ${name}`);
    const source = readFileSync(join(this.#directory, module.file), 'utf8');
    this.#sources.set(name, source);
    return source;
  }

  /** The modules of these names and all that they may ask for. */
  closureOf(names: Iterable<string>): readonly string[] {
    const closure = new Set<string>(names);
    for (const name of closure) for (const other of this.#built(name)?.requires ?? []) closure.add(other);
    return [...closure];
  }

  /** The global names that occur in a program's text, be it in a comment: too many rather than too few. */
  globalsUsed(code: string): readonly GlobalUse[] {
    const used = new Set(Array.from(code.matchAll(this.#globals), ([name]) => name));
    return [...used].sort().map((global) => ({ global, module: this.#manifest.globals[global] ?? '' }));
  }

  #built(name: string): Manifest['modules'][string] | undefined {
    return Object.hasOwn(this.#manifest.modules, name) ? this.#manifest.modules[name] : undefined;
  }
}

let own: Catalogue | undefined;

function bundled(): Catalogue {
  return (own ??= new Catalogue(fileURLToPath(new URL('../dist/node/', import.meta.url))));
}

/** `Catalogue.find` for the modules that are bundled beside the guest. */
export function find(specifier: string): Offered | undefined {
  return bundled().find(specifier);
}

/** `Catalogue.sourceOf` for the modules that are bundled beside the guest. */
export function sourceOf(name: string): string {
  return bundled().sourceOf(name);
}

/** `Catalogue.globalsUsed` for the modules that are bundled beside the guest. */
export function globalsUsed(code: string): readonly GlobalUse[] {
  return bundled().globalsUsed(code);
}
