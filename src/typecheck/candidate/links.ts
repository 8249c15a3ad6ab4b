import { posix } from 'node:path';

/** Paths of a candidate's own modules, relative to its folder and without what the resolution of modules adds. */
export const solutionModule = 'solution';
export const suiteModule = 'solution.test';

/** What a relative specifier names: the path of a further file, or the solution. Undefined where it names nothing. */
export type Resolve = (from: string, specifier: string) => string | undefined;

const extensions = ['.ts', '.tsx', '.d.ts', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json'];
const upwards = /^(?:\.\.\/)+/u;
/** Projects commonly call their own root so. */
const rooted = /^[@~]?\//u;
const extension = /\.[mc]?[jt]sx?$/u;
const unwritten = /(?:\.d)?\.[jt]sx?$/u;

/** A path relative to the candidate's folder in the one form in which paths are compared. */
export function normalised(path: string): string {
  return posix.normalize(path.replaceAll('\\', '/')).replace(/^\/+/u, '');
}

/** Whatever a suite calls a module that is not there is the solution: suites come from projects where it had a name. */
export function resolver(paths: readonly string[]): Resolve {
  const known = new Set(paths);
  return (from, specifier) => {
    const path = rooted.test(specifier)
      ? normalised(specifier.replace(rooted, ''))
      : normalised(posix.join(posix.dirname(from), specifier));
    const below = path.replace(upwards, '');
    if (below.replace(extension, '') === solutionModule) return solutionModule;
    const named = [path, below].flatMap(candidates).find((candidate) => known.has(candidate));
    if (named !== undefined) return named;
    return from === suiteModule || path === './' || path === '.' || path === 'index' ? solutionModule : undefined;
  };
}

function candidates(path: string): readonly string[] {
  const written = path.replace(/\.([mc]?)js(x?)$/u, '.$1ts$2');
  const bare = [path, posix.join(path, 'index')];
  return [path, written, ...bare.flatMap((stem) => extensions.map((ending) => stem + ending))];
}

const relative =
  /(?<before>\bfrom\s*|\bimport\b(?:\s*\()?\s*|\brequire\s*\(\s*)(?<quote>['"`])(?<name>\.{1,2}(?:\/[^'"`\n]*)?|[@~]?\/[^'"`\n]*)\k<quote>/gu;

/** The paths that a text's relative specifiers name. */
export function linksOf(text: string, from: string, resolve: Resolve): readonly string[] {
  return Array.from(text.matchAll(relative), ({ groups }) => resolve(from, groups?.['name'] ?? '') ?? []).flat();
}

/** Writes relative specifiers so that they name what they stand for; no line moves. */
export function relink(text: string, from: string, resolve: Resolve): string {
  return text.replaceAll(relative, (whole: string, before: string, quote: string, name: string) => {
    const target = resolve(from, name);
    return target === undefined ? whole : `${before}${quote}${specifierOf(from, target)}${quote}`;
  });
}

function specifierOf(from: string, target: string): string {
  const path = posix.relative(posix.dirname(from), target).replace(unwritten, '');
  return path.startsWith('.') ? path : `./${path}`;
}
