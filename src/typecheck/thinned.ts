const assertions = '@vitest/expect/dist/index.d.ts';
const generic = '<T>(actual: T, message?: string): Assertion<void, T>;';
const common = '<T>(actual: T, message?: string): Assertion<void, unknown>;';

/**
 * A file of a package, thinned where it costs much and tells nothing:
 *
 * - No matcher of vitest looks at the type of what is expected, yet all hundred of them were made anew for each such
 *   type: an eighth of a suite's check.
 * - The server looked for the peers of a package each time that a candidate imported it.
 *
 * @param path Relative to the folder of packages.
 */
export function thinned(path: string, text: string): string {
  if (path === assertions) return text.replace(generic, common);
  return path.endsWith('/package.json') ? withoutPeers(text) : text;
}

function withoutPeers(text: string): string {
  const {
    peerDependencies: _peers,
    peerDependenciesMeta: _meta,
    ...rest
  } = JSON.parse(text) as Record<string, unknown>;
  return JSON.stringify(rest);
}
