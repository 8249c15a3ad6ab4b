import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { thinned } from './thinned.ts';

/** What the type server may ask about a path. */
export interface Folder {
  /** The file's text; undefined where there is none. */
  readFile(path: string): string | undefined;
  fileExists(path: string): boolean;
  directoryExists(path: string): boolean;
}

/**
 * The installed packages, as one folder with the same paths on every machine. It can be sealed: from then on nothing is
 * there but what has been asked for, so that no candidate makes a package known to its neighbours.
 *
 * Paths are relative to the folder, such as `vitest/package.json`.
 */
export class Packages implements Folder {
  readonly #places: readonly string[];
  readonly #found = new Map<string, string | undefined>();
  readonly #answers = new Map<string, string | boolean | undefined>();
  #isSealed = false;

  /** `home` is a folder from which the packages `names` can be resolved, and whatever their types need. */
  constructor(home: string, names: readonly string[]) {
    const direct = names.flatMap((name) => findUpwards(home, name) ?? []);
    this.#places = [home, ...direct.map((folder) => realpathSync(folder))];
  }

  seal(): void {
    this.#isSealed = true;
  }

  readFile(path: string): string | undefined {
    return this.#once(`read ${path}`, () => {
      const real = this.#realPath(path);
      return real !== undefined && isFile(real) ? thinned(path, readFileSync(real, 'utf8')) : undefined;
    });
  }

  fileExists(path: string): boolean {
    return this.#once(`file ${path}`, () => isFile(this.#realPath(path))) ?? false;
  }

  directoryExists(path: string): boolean {
    return this.#once(`folder ${path}`, () => isFolder(this.#realPath(path))) ?? false;
  }

  #once<T extends string | boolean | undefined>(question: string, answer: () => T): T | undefined {
    if (this.#answers.has(question)) return this.#answers.get(question) as T;
    if (this.#isSealed) return undefined;
    const given = answer();
    this.#answers.set(question, given);
    return given;
  }

  /** Where a path is in truth. A package's own packages may lie beside it, so each place is searched upwards. */
  #realPath(path: string): string | undefined {
    const [, name = '', rest = ''] = /^((?:@[^/]+\/)?[^/]*)(.*)$/su.exec(path) ?? [];
    if (!this.#found.has(name)) this.#found.set(name, this.#findPackage(name));
    const folder = this.#found.get(name);
    return folder === undefined ? undefined : join(folder, rest);
  }

  #findPackage(name: string): string | undefined {
    for (const place of this.#places) {
      const folder = findUpwards(place, name);
      if (folder !== undefined) return folder;
    }
    return undefined;
  }
}

function findUpwards(from: string, name: string): string | undefined {
  const folder = join(from, 'node_modules', name);
  if (existsSync(folder)) return folder;
  return dirname(from) === from ? undefined : findUpwards(dirname(from), name);
}

function isFile(path: string | undefined): boolean {
  return path !== undefined && (statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
}

function isFolder(path: string | undefined): boolean {
  return path !== undefined && (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false);
}
