import { parseProgram } from './program.ts';

interface Repair {
  readonly note: string;
  readonly apply: (code: string) => string;
}

const repairs: readonly Repair[] = [
  { note: 'replaced special spaces', apply: withPlainSpaces },
  { note: 'undid HTML escapes', apply: unescaped },
  { note: 'straightened quotes', apply: (code) => code.replaceAll(/[“”]/gu, '"').replaceAll(/[‘’]/gu, "'") },
];

/** Code as it is where that parses, else after the first repairs by which it does; as it is where none help. */
export function repaired(code: string): { readonly code: string; readonly notes: readonly string[] } {
  if (parseProgram(code) !== undefined) return { code, notes: [] };
  let [text, notes]: [string, readonly string[]] = [code, []];
  for (const { note, apply } of repairs) {
    const next = apply(text);
    if (next === text) continue;
    [text, notes] = [next, [...notes, note]];
    if (parseProgram(text) !== undefined) return { code: text, notes };
  }
  return { code, notes: [] };
}

function withPlainSpaces(code: string): string {
  return code.replaceAll(/[\u00A0\u2002-\u200A\u202F\u3000]/gu, ' ').replaceAll(/[\u200B-\u200D\u2060\uFEFF]/gu, '');
}

function unescaped(code: string): string {
  return code
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/&#0?39;/gu, "'")
    .replaceAll('&amp;', '&');
}
