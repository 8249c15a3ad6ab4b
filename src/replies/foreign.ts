const ourTags = new Set([
  '',
  'ts',
  'typescript',
  'tsx',
  'mts',
  'cts',
  'js',
  'javascript',
  'jsx',
  'mjs',
  'cjs',
  'node',
  'code',
  'ecmascript',
  'es6',
]);

const foreignTags: Readonly<Record<string, string>> = {
  py: 'Python',
  python: 'Python',
  python3: 'Python',
  java: 'Java',
  kotlin: 'Kotlin',
  go: 'Go',
  golang: 'Go',
  rust: 'Rust',
  rs: 'Rust',
  c: 'C',
  'c++': 'C++',
  cpp: 'C++',
  'c#': 'C#',
  cs: 'C#',
  csharp: 'C#',
  ruby: 'Ruby',
  rb: 'Ruby',
  php: 'PHP',
  swift: 'Swift',
  scala: 'Scala',
  lua: 'Lua',
  perl: 'Perl',
  haskell: 'Haskell',
  elixir: 'Elixir',
  dart: 'Dart',
  sql: 'SQL',
};

/** How lines begin (or are) in one language only, far from anything that TypeScript accepts. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/^(?:async )?def \w+ ?\(/, 'Python'],
  [/^(?:elif .*|except(?: .*)?|class \w+(?:\(.*\))?|if __name__ .*):$/, 'Python'],
  [/^from [\w.]+ import [\w*(]/, 'Python'],
  [/^func (?:\(\w+ \*?\w+\) )?\w+\(.*\{$/, 'Go'],
  [/^package \w+$/, 'Go'],
  [/^(?:pub )?fn \w+.*\{$/, 'Rust'],
  [/^#include ?[<"]/, 'C++'],
  [/^public (?:static |final )*(?:class |interface |[\w<>[\]]+ \w+\()/, 'Java'],
  [/^fun \w+\(.*[{=]/, 'Kotlin'],
  [/^<\?php/, 'PHP'],
  [/^using System\b/, 'C#'],
];

/** How far the signs are looked for; replies are not trusted to be short. */
const looked = { lines: 500, columns: 200 };

/** Whether a fence's tag stands for TypeScript or JavaScript, or says nothing. */
export function isOurTag(tag: string): boolean {
  return ourTags.has(tag);
}

/** The other language that a fence's tag names, if it names one. */
export function languageOfTag(tag: string): string | undefined {
  return Object.hasOwn(foreignTags, tag) ? foreignTags[tag] : undefined;
}

/** The other language that code which is not TypeScript seems to be in. */
export function languageOfCode(code: string): string | undefined {
  const lines = code.split('\n', looked.lines).map((line) => line.slice(0, looked.columns).trim());
  return signs.find(([sign]) => lines.some((line) => sign.test(line)))?.[1];
}
