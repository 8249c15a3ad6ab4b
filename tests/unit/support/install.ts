import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A package's files by their path in it; `package.json` may be left out. */
export type PackageFiles = Readonly<Record<string, string | object>>;

/** Writes packages into the `node_modules` of a folder, and gives back the folder. */
export function install(folder: string, packages: Readonly<Record<string, PackageFiles>>): string {
  for (const [name, files] of Object.entries(packages)) {
    const all: PackageFiles = { 'package.json': { version: '1.0.0' }, ...files };
    for (const [path, content] of Object.entries(all)) {
      const file = join(folder, 'node_modules', name, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    }
  }
  return folder;
}
