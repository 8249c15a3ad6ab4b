import { randomBytes } from 'node:crypto';
import type { FileSystem } from 'typescript/unstable/fs';
import type { CandidateFile } from './candidate/files.ts';
import { environment, offeredPackages } from './environment/environment.ts';
import { Packages } from './packages.ts';

/** Candidates that one program holds at most. */
export const slotCount = 128;

export type Language = 'ts' | 'js';

/** How strictly candidates are checked. */
export const compilerOptions: Readonly<Record<string, string | boolean | readonly string[]>> = {
  target: 'es2024',
  lib: ['es2025', 'esnext.array', 'esnext.disposable', 'esnext.error'],
  module: 'esnext',
  moduleResolution: 'bundler',
  moduleDetection: 'force',
  allowImportingTsExtensions: true,
  allowJs: true,
  strict: true,
  noUncheckedIndexedAccess: true,
  types: [],
  skipLibCheck: true,
  noEmit: true,
};

const root = '/winnow';
const packagesRoot = `${root}/node_modules/`;

/**
 * A file system in memory with a fixed number of slots for candidates, beside the packages that they may import. Its
 * paths are the same on every machine, but for the slots' names: a candidate cannot guess what its neighbours are called.
 */
export class Slots {
  readonly #names: Readonly<Record<Language, readonly string[]>> = { ts: slotNames(), js: slotNames() };
  /** Where the configuration is, which names the slots. */
  readonly #office = `${root}/${unguessable()}`;
  readonly #files = new Map<string, string>();
  readonly #folders = new Map<string, number>();
  readonly #packages: Packages;
  readonly #outside = new Map<string, boolean>();
  #isSealed = false;

  /**
   * `home` is a folder from which the packages that suites import can be resolved; nothing is written there. Packages
   * that were chosen for the sandbox may be imported too, as `any`.
   */
  constructor(home: string, chosen: readonly string[] = []) {
    this.#packages = new Packages(home, offeredPackages);
    const common = {
      ...environment,
      'chosen.d.ts': chosen.map((name) => `declare module ${JSON.stringify(name)};`).join('\n'),
      'packages.ts': offeredPackages.map((name) => `import '${name}';`).join('\n'),
    };
    for (const [name, text] of Object.entries(common)) this.#write(`${this.#office}/${name}`, text);
    for (const language of ['ts', 'js'] as const) this.#lay(language, Object.keys(common));
  }

  /** The configuration of the program for candidates in one language. */
  config(language: Language): string {
    return `${this.#office}/tsconfig.${language}.json`;
  }

  /** The folder of a slot for candidates in one language. */
  folder(language: Language, slot: number): string {
    return `${root}/${this.#names[language][slot] ?? ''}`;
  }

  fill(folder: string, files: readonly CandidateFile[]): void {
    for (const { path, text } of files) this.#write(`${folder}/${path}`, text);
  }

  /** Makes the files that every slot has empty, and takes the others away. */
  empty(folder: string, files: readonly CandidateFile[]): void {
    for (const { path } of files) {
      if (isFixed(path)) this.#write(`${folder}/${path}`, '');
      else this.#remove(`${folder}/${path}`);
    }
  }

  /** To be called when the environment is loaded: from then on nothing further of this machine is there. */
  seal(): void {
    this.#packages.seal();
    this.#isSealed = true;
  }

  /** A message about a slot's files that would be the same in any slot. */
  withoutPlaces(folder: string, message: string): string {
    return message.replaceAll(folder, '.').replaceAll(packagesRoot, '');
  }

  get fileSystem(): FileSystem {
    return {
      readFile: (path) => (isOurs(path) ? (this.#read(path) ?? null) : this.#outsideText(path)),
      fileExists: (path) => (isOurs(path) ? this.#hasFile(path) : this.#isOutside(path)),
      directoryExists: (path) => (isOurs(path) ? this.#hasFolder(path) : this.#isOutside(path)),
      getAccessibleEntries: (path) => (isOurs(path) || this.#isSealed ? { files: [], directories: [] } : undefined),
      realpath: (path) => path,
    };
  }

  #lay(language: Language, common: readonly string[]): void {
    const files = this.#names[language].flatMap((_, slot) => {
      const folder = this.folder(language, slot);
      return [`${folder}/solution.${language}`, `${folder}/solution.test.${language}`];
    });
    for (const path of files) this.#write(path, '');
    const options = { ...compilerOptions, checkJs: language === 'js' };
    // What all share comes first, so that it is loaded in the same order whatever the candidates use of it.
    this.#write(this.config(language), JSON.stringify({ compilerOptions: options, files: [...common, ...files] }));
  }

  #write(path: string, text: string): void {
    if (!this.#files.has(path))
      for (const folder of foldersOf(path)) this.#folders.set(folder, (this.#folders.get(folder) ?? 0) + 1);
    this.#files.set(path, text);
  }

  #remove(path: string): void {
    if (!this.#files.delete(path)) return;
    for (const folder of foldersOf(path)) this.#folders.set(folder, (this.#folders.get(folder) ?? 0) - 1);
  }

  #read(path: string): string | undefined {
    return path.startsWith(packagesRoot)
      ? this.#packages.readFile(path.slice(packagesRoot.length))
      : this.#files.get(path);
  }

  #hasFile(path: string): boolean {
    return path.startsWith(packagesRoot)
      ? this.#packages.fileExists(path.slice(packagesRoot.length))
      : this.#files.has(path);
  }

  #hasFolder(path: string): boolean {
    if (`${path}/` === packagesRoot) return true;
    if (path.startsWith(packagesRoot)) return this.#packages.directoryExists(path.slice(packagesRoot.length));
    return (this.#folders.get(path) ?? 0) > 0;
  }

  /** Undefined leaves it to the server to look for a file of the machine, such as TypeScript's own declarations. */
  #isOutside(path: string): boolean | undefined {
    if (this.#isSealed) return this.#outside.has(path) ? undefined : false;
    this.#outside.set(path, true);
    return undefined;
  }

  #outsideText(path: string): null | undefined {
    return this.#isOutside(path) === undefined ? undefined : null;
  }
}

function slotNames(): string[] {
  return Array.from({ length: slotCount }, unguessable);
}

function unguessable(): string {
  return randomBytes(8).toString('hex');
}

function isOurs(path: string): boolean {
  return path === root || path.startsWith(`${root}/`);
}

/** Whether a path in a slot is that of a file which every slot has. */
export function isFixed(path: string): boolean {
  return /^solution(?:\.test)?\.[jt]s$/u.test(path);
}

/** All folders that a path lies in. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(1, -1);
  return parts.map((_, depth) => `/${parts.slice(0, depth + 1).join('/')}`);
}
