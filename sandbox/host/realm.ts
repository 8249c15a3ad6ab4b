import ivm from 'isolated-vm';
import type { Guest } from './snapshot.ts';
import { hostModule } from './wrapper.ts';

type Drive = (command: string, text: string) => string;
type Boot = (seed: number, consoleCharacters: number, mode: string, ...lines: unknown[]) => Drive;
type Line = (text: string) => unknown;

/** What the guest is told when it starts. */
interface Start {
  readonly seed: number;
  readonly consoleCharacters: number;
  readonly mode: 'tests' | 'script';
}

export interface RealmOptions {
  readonly isolate: ivm.Isolate;
  readonly guest: Guest;
  readonly start: Start;
  /** Functions of the host that the guest's own code may call. */
  readonly lines: readonly Line[];
}

/** A fresh context of an isolate, with the guest in it, and the function through which the host drives the guest. */
export class Realm {
  readonly isolate: ivm.Isolate;
  readonly #context: ivm.Context;
  readonly #drive: ivm.Reference<Drive>;
  readonly #guest: Guest;
  readonly #modules = new Map<string, ivm.Module>();
  /** Every handle keeps the whole context alive until it is given back. */
  readonly #compiled: ivm.Module[] = [];

  constructor({ isolate, guest, start, lines }: RealmOptions) {
    this.isolate = isolate;
    this.#guest = guest;
    this.#context = isolate.createContextSync();
    const boot = this.#context.evalSync('__guest.boot', { reference: true }) as ivm.Reference<Boot>;
    const callbacks = lines.map((line) => new ivm.Callback(line));
    this.#drive = boot.applySync(undefined, [start.seed, start.consoleCharacters, start.mode, ...callbacks], {
      result: { reference: true },
    });
    boot.release();
  }

  /** Sends a command into the guest and reads its text. */
  drive(command: string, text: string, timeoutMs?: number): string {
    return this.#drive.applySync(undefined, [command, text], timeoutMs === undefined ? {} : { timeout: timeoutMs });
  }

  compile(code: string, filename: string): ivm.Module {
    const module = this.isolate.compileModuleSync(code, { filename: `file:///${filename}` });
    this.#compiled.push(module);
    return module;
  }

  /** Evaluates a script of the host's own. */
  evaluate(code: string): ivm.Reference<() => void> {
    return this.#context.evalSync(code, { reference: true }) as ivm.Reference<() => void>;
  }

  /** Takes in a CommonJS unit, to be evaluated when it is first asked for. */
  defineUnit({ path, resolutions, code }: { path: string; resolutions: object; code: string }): void {
    const names = 'exports, require, module, __filename, __dirname, __offer';
    const call = `__guest.modules.define(${JSON.stringify(path)}, ${JSON.stringify(resolutions)}, function (${names}) {${code}\n})`;
    this.#context.evalSync(call, { filename: `file:///${path}.js` });
  }

  /** Takes in modules of the platform, to be evaluated when they are first asked for. */
  defineBuiltins(sources: readonly (readonly [name: string, source: string])[]): void {
    if (sources.length === 0) return;
    const define = this.#context.evalSync('(name, source) => __guest.modules.defineBuiltin(name, source)', {
      reference: true,
    }) as ivm.Reference<(name: string, source: string) => void>;
    for (const [name, source] of sources) define.applySync(undefined, [name, source]);
    define.release();
  }

  /** Has a global come from a module, which is evaluated only if the global is used. */
  offerGlobal(name: string, module: string): void {
    this.#context.evalSync(`__guest.modules.offerGlobal(${JSON.stringify(name)}, ${JSON.stringify(module)})`);
  }

  /** Makes `require` and its like visible to an ES module. */
  offerRequire(path: string, resolutions: object): void {
    this.#context.evalSync(`__guest.modules.offerRequire(${JSON.stringify(path)}, ${JSON.stringify(resolutions)})`);
  }

  /** Names that a CommonJS module exports, which only evaluating it tells. */
  keysOf(key: string): readonly string[] {
    const code = `JSON.stringify(Object.keys(Object(__guest.modules.load(${JSON.stringify(key)}))))`;
    return JSON.parse(String(this.#context.evalSync(code))) as string[];
  }

  /** Links a module to those that it imports; `resolve` is asked for each that is not the host's own. */
  link(module: ivm.Module, resolve: (specifier: string, referrer: ivm.Module) => ivm.Module): void {
    module.instantiateSync(this.#context, (specifier, referrer) =>
      specifier === hostModule ? this.#own(hostModule, hostBody(this.#guest)) : resolve(specifier, referrer),
    );
  }

  /** A module of the guest by its name (`vitest`, `fast-check`); undefined when it has none such. */
  builtin(name: string): ivm.Module | undefined {
    const exports = this.#guest.exports.get(name);
    if (exports === undefined) return undefined;
    const names = exports.filter((key) => key !== 'default').join(',');
    return this.#own(
      name,
      `const m = __guest.builtins[${JSON.stringify(name)}]; export default m.default ?? m; export const {${names}} = m;`,
    );
  }

  /** Deletes the guest's only global. What was not taken before cannot be taken any more. */
  seal(): void {
    this.#context.evalSync('delete globalThis.__guest');
  }

  release(): void {
    if (this.isolate.isDisposed) return;
    for (const module of this.#compiled) module.release();
    this.#drive.release();
    this.#context.release();
  }

  /** A module of the host's own, evaluated at once. */
  #own(name: string, body: string): ivm.Module {
    const known = this.#modules.get(name);
    if (known !== undefined) return known;
    const module = this.compile(body, `${name}.js`);
    module.instantiateSync(this.#context, () => {
      throw new Error('a module of the host imports nothing');
    });
    module.evaluateSync();
    this.#modules.set(name, module);
    return module;
  }
}

/** What modules that the host writes need of the guest. */
function hostBody({ kind }: Guest): string {
  const own = kind === 'solution' ? 'export const offer = __guest.offer;' : 'export const solution = __guest.solution;';
  return `const { load } = __guest.modules; export { load }; export const markLoaded = __guest.markLoaded; ${own}`;
}
