import { readFileSync, realpathSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { PackageError } from './package-error.ts';

/** A package as candidates are to import it, and where it is installed. */
export interface InstalledPackage {
  /** As it is imported: the package's name, or a path in it such as `lodash/fp`. */
  readonly name: string;
  readonly packageName: string;
  readonly version: string;
  /** Where the package lies, without symbolic links. */
  readonly folder: string;
  /** The folder whose `node_modules` has it. */
  readonly from: string;
}

const importable = /^((?:@[\w.~-]+\/)?[\w~-][\w.~-]*)(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)*$/;

/**
 * Finds packages in the `node_modules` of folders and of the folders above them, the first folder first. The result is
 * in the order of names, each once. Throws a `PackageError` for a name that is none, or is not installed.
 */
export function installedPackages(names: readonly string[], folders: readonly string[]): readonly InstalledPackage[] {
  return [...new Set(names)].sort().map((name) => installed(name, folders));
}

/** `name@version` of each package, once where several paths of it are imported. */
export function labelsOf(packages: readonly InstalledPackage[]): readonly string[] {
  return [...new Set(packages.map(({ packageName, version }) => `${packageName}@${version}`))];
}

function installed(name: string, folders: readonly string[]): InstalledPackage {
  if (isBuiltin(name)) throw new PackageError('package-invalid', ofNode(name));
  const packageName = importable.exec(name)?.[1];
  if (packageName === undefined) {
    throw new PackageError('package-invalid', `'${name}' is not a name that a package is imported by, such as lodash.`);
  }
  for (const from of folders.flatMap(upwards)) {
    const folder = join(from, 'node_modules', packageName);
    const version = versionIn(folder);
    if (version !== undefined) return { name, packageName, version, folder: realpathSync(folder), from };
  }
  throw new PackageError('package-not-installed', notInstalled(packageName, folders));
}

function ofNode(name: string): string {
  return `'${name}' is a module of Node's own: those that are safe are offered without being listed, and only packages can be added.`;
}

/** A folder and all above it. */
function upwards(folder: string): readonly string[] {
  const absolute = resolve(folder);
  const above = dirname(absolute);
  return above === absolute ? [absolute] : [absolute, ...upwards(above)];
}

function versionIn(folder: string): string | undefined {
  const path = join(folder, 'package.json');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    return (JSON.parse(text) as { readonly version?: string }).version ?? '0.0.0';
  } catch (cause) {
    throw new PackageError('package-not-installed', `${path} is no JSON. Install the package again.`, cause);
  }
}

function notInstalled(packageName: string, folders: readonly string[]): string {
  const places = [...new Set(folders.map((folder) => resolve(folder)))].join(' and ');
  return `The package '${packageName}' is not installed: it is in no node_modules of ${places}, nor of the folders above. Install it there (npm install ${packageName}).`;
}
