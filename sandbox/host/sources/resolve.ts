import { posix } from 'node:path';

/** What a specifier stands for. */
export type Resolution =
  | { readonly kind: 'solution' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'bare'; readonly name: string }
  | { readonly kind: 'missing' };

/** @param from Path of the unit that mentions the specifier. */
export type Resolve = (from: string, specifier: string) => Resolution;

const extensions = ['.ts', '.js', '.mts', '.mjs', '.cts', '.cjs', '.json', '.tsx', '.jsx'];
const emitted = /\.([mc]?)js(x?)$/;
const sourceExtension = /\.[mc]?[jt]sx?$/;
const upwards = /^(?:\.\.\/)+/;
const relative = /^(?:\.{1,2}(?:\/|$)|\/|[@~]\/)/;
const relativeRoot = /^(?:\/|[@~]\/)/;

/** A path relative to the solution's folder, in the one form in which paths are compared. */
export function normalised(path: string): string {
  return posix.normalize(path.replaceAll('\\', '/')).replace(/^\/+/, '').replace(/\/$/, '');
}

/**
 * Makes the resolver for a set of files. Extensions may be left out, `.js` may stand for `.ts`, and a folder for its
 * index. What the suite wants of a file that does not exist is the solution, whatever the suite calls it: suites come
 * from projects where it had a name of its own.
 *
 * @param paths Normalised paths of the further files.
 */
export function resolver(paths: ReadonlySet<string>): Resolve {
  return (from, specifier) => {
    if (!relative.test(specifier)) return { kind: 'bare', name: specifier };
    const path = target(from, specifier);
    if (isSolution(path)) return { kind: 'solution' };
    const file = [path, path.replace(upwards, '')].flatMap(candidates).find((candidate) => paths.has(candidate));
    if (file !== undefined) return { kind: 'file', path: file };
    return from === 'suite' || isRoot(path) ? { kind: 'solution' } : { kind: 'missing' };
  };
}

/** The path that a specifier names; `@/` and `~/` are what projects commonly call their own root. */
function target(from: string, specifier: string): string {
  if (relativeRoot.test(specifier)) return normalised(specifier.replace(relativeRoot, ''));
  return normalised(posix.join(posix.dirname(from), specifier));
}

function isSolution(path: string): boolean {
  return path.replace(upwards, '').replace(sourceExtension, '') === 'solution';
}

/** Whether a path names the folder that the solution lies in. */
function isRoot(path: string): boolean {
  return path === '.' || path.replace(sourceExtension, '') === 'index';
}

function candidates(path: string): readonly string[] {
  const written = path.replace(emitted, '.$1ts$2');
  return [
    path,
    written,
    ...extensions.map((extension) => path + extension),
    ...extensions.map((extension) => posix.join(path, `index${extension}`)),
  ];
}
