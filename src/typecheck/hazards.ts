const silencers = /@ts-(?:nocheck|ignore|expect-error)\b/giu;
const references = /\/\/\/(?=\s*<(?:reference|amd-))/giu;

/** Takes the effect from directives that silence errors or load files, keeping every position where it was. */
export function disarm(text: string): string {
  return text
    .replaceAll(silencers, (directive) => `@ts_${directive.slice('@ts-'.length)}`)
    .replaceAll(references, '//-');
}

const harmless = new Set([
  './solution',
  './solution.js',
  './solution.ts',
  'vitest',
  'fast-check',
  '@fast-check/vitest',
]);
/** White space and comments. */
const gap = String.raw`(?:\s|\/\*(?:[^*]|\*(?!\/))*\*\/|\/\/[^\n]*\n)*`;
const specifier = new RegExp(
  String.raw`(?:\bfrom|\b(?:import|require)(?:${gap}\()?)${gap}(?<quote>['"\x60])(?<name>.*?)\k<quote>`,
  'gu',
);

/**
 * Whether a text can change what its neighbours in a batch mean, or see them: it is then checked alone. Declarations
 * reach everything, and so do other packages, whose types may declare globals. Rather once too often than once too
 * seldom: to be checked alone costs some milliseconds.
 */
export function reachesNeighbours(text: string): boolean {
  const plain = withoutEscapes(text);
  return (
    /\bdeclare\b/u.test(plain) || plain.matchAll(specifier).some(({ groups }) => !harmless.has(groups?.['name'] ?? ''))
  );
}

/** A keyword or a path may be spelt with escapes. */
function withoutEscapes(text: string): string {
  return text.replaceAll(/\\(?:u\{?0*|x)(?<code>[2-7][0-9a-f])\}?/giu, (_escape, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}
