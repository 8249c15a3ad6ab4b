interface Repair {
  readonly note: string;
  readonly apply: (code: string) => string;
}

const repairs: readonly Repair[] = [
  { note: 'took the new side of a diff', apply: newSide },
  { note: 'took off line numbers', apply: withoutLineNumbers },
  { note: 'replaced special spaces', apply: withPlainSpaces },
  { note: 'undid HTML escapes', apply: unescaped },
  { note: 'straightened quotes', apply: (code) => code.replaceAll(/[“”]/gu, '"').replaceAll(/[‘’]/gu, "'") },
  { note: 'undid Markdown escapes', apply: (code) => code.replaceAll(/\\([_*<>[\]#&|~-])/gu, '$1') },
  { note: 'undid escapes of line ends', apply: withLineEnds },
];

/** Code as it is where it parses, else after the first repairs by which it does; as it is where none help. */
export function repaired(
  code: string,
  parses: (code: string) => boolean,
): { readonly code: string; readonly notes: readonly string[] } {
  if (parses(code)) return { code, notes: [] };
  let [text, notes]: [string, readonly string[]] = [code, []];
  for (const { note, apply } of repairs) {
    const next = apply(text);
    if (next === text) continue;
    [text, notes] = [next, [...notes, note]];
    if (parses(text)) return { code: text, notes };
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

const hunk = /^@@ .*@@/gmu;

/** Whether a text is a change to code. */
export function isDiff(code: string): boolean {
  return /^(?:@@ |\+\+\+ )/mu.test(code);
}

/** What a diff makes of the file, where it shows all of it; several hunks leave out what lies between. */
function newSide(code: string): string {
  if (!isDiff(code) || (code.match(hunk) ?? []).length > 1) return code;
  return code
    .split('\n')
    .filter((line) => !/^(?:---|\+\+\+|@@|diff |index |-|\\ No newline)/u.test(line))
    .map((line) => line.replace(/^[+ ]/u, ''))
    .join('\n');
}

function withoutLineNumbers(code: string): string {
  const numbered = code.split('\n').map((line) => /^[ \t]*(\d+)[ \t]*[|:│](?: |$)(.*)$/u.exec(line));
  const isNumbered = numbered.every((line, at) => line !== null || (at === numbered.length - 1 && at > 0));
  return isNumbered ? numbered.map((line) => line?.[2] ?? '').join('\n') : code;
}

function withLineEnds(code: string): string {
  return code.replaceAll(/\\n/gu, '\n').replaceAll(/\\t/gu, '\t').replaceAll(/\\"/gu, '"');
}
