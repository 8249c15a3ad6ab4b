import ivm from 'isolated-vm';
import type { Guest } from './snapshot.ts';

type Drive = (command: string, text: string) => string;

/** Known to entry modules alone: no candidate may import it, as it is not among the guest's modules. */
const markModule = 'guest:mark';

/** One fresh isolate from a guest's snapshot, and the function through which the host drives it. */
export class Realm {
  readonly isolate: ivm.Isolate;
  readonly #context: ivm.Context;
  readonly #drive: ivm.Reference<Drive>;
  readonly #guest: Guest;
  readonly #modules = new Map<string, ivm.Module>();

  constructor(guest: Guest, memoryMb: number) {
    this.#guest = guest;
    this.isolate = new ivm.Isolate({
      memoryLimit: Math.max(8, memoryMb),
      snapshot: guest.snapshot,
    });
    this.#context = this.isolate.createContextSync();
    this.#drive = this.#context.evalSync('__guest.drive', { reference: true }) as ivm.Reference<Drive>;
  }

  /** Sends a command into the guest and reads its text. Promise reactions have run when it returns. */
  drive(command: string, text: string, timeoutMs: number): string {
    return this.#drive.applySync(undefined, [command, text], { timeout: timeoutMs });
  }

  compile(code: string, filename: string): ivm.Module {
    return this.isolate.compileModuleSync(code, { filename: `file:///${filename}` });
  }

  /** Links a module to those that it imports; `resolve` is asked for each that is not the guest's. */
  link(module: ivm.Module, resolve: (specifier: string) => ivm.Module): void {
    module.instantiateSync(this.#context, (specifier) => this.#modules.get(specifier) ?? resolve(specifier));
  }

  /** A module of the guest by its name (`vitest`, `fast-check`); undefined when it has none such. */
  builtin(name: string): ivm.Module | undefined {
    const known = this.#modules.get(name);
    const exports = this.#guest.exports.get(name);
    if (known !== undefined || exports === undefined) return known;
    const values = exports.filter((key) => key !== 'default');
    const body = `const m = __guest.modules[${JSON.stringify(name)}]; export default m.default ?? m; export const {${values.join(',')}} = m;`;
    return this.#ready(name, body);
  }

  /** A module that tells the guest that the module before it has been evaluated to its end. */
  entry(side: 'solution' | 'suite'): ivm.Module {
    if (!this.#modules.has(markModule)) this.#ready(markModule, 'export const mark = __guest.markLoaded;');
    return this.compile(
      `import './${side}'; import { mark } from '${markModule}'; mark('${side}');`,
      `${side}-entry.js`,
    );
  }

  /** Deletes the guest's only global. Modules that were not taken before cannot be taken any more. */
  seal(): void {
    this.#context.evalSync('delete globalThis.__guest');
  }

  dispose(): void {
    if (!this.isolate.isDisposed) this.isolate.dispose();
  }

  #ready(name: string, body: string): ivm.Module {
    const module = this.compile(body, `${name}.js`);
    module.instantiateSync(this.#context, () => {
      throw new Error('a module of the guest imports nothing');
    });
    module.evaluateSync();
    this.#modules.set(name, module);
    return module;
  }
}
