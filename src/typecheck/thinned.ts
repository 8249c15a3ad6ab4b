/** Vitest's bundler names the files of its declarations anew with every release. */
const assertions = /^vitest\/dist\/chunks\/[^/]+\.d\.ts$/u;
const generic = '<T>(actual: T, message?: string): Assertion<void, T>;';
const common = '<T>(actual: T, message?: string): Assertion<void, unknown>;';
/** A matcher that takes anything. */
const matcher = /: <E>\((?<name>expected|item): E\) => R;/gu;

/**
 * A file of a package, thinned where it costs much and tells nothing:
 *
 * - Next to no matcher of vitest looks at the type of what is expected, yet all hundred of them were made anew for each
 *   such type, 0.18 ms each time: a sixth of the check of solution and suite. See `exactExpect` for those that do look.
 * - Matchers that take anything inferred a type for it, which took 4 % of the check. Who names that type has it.
 * - The server looked for the peers of a package each time that a candidate imported it.
 *
 * @param path Relative to the folder of packages.
 */
export function thinned(path: string, text: string): string {
  if (assertions.test(path))
    return text.replace(generic, common).replaceAll(matcher, ': { ($<name>: unknown): R; <E>($<name>: E): R };');
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
