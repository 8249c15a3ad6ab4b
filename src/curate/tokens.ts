const token =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\d[\w.]*|\.{3}|(?:\.\s*)?[\p{ID_Start}$_][\p{ID_Continue}$]*|=>|[^\s]/gu;

const keywords = new Set(
  (
    'abstract as async await break case catch class const continue default delete do else export extends false ' +
    'finally for function get if implements import in instanceof interface keyof let new null of private protected ' +
    'public readonly return set static super switch this throw true try type typeof undefined var void while yield'
  ).split(' '),
);

/**
 * The tokens of a TypeScript text with its own identifiers made equal: comments are gone, keywords, literals and the
 * names of members (`.map`) stay, every other name reads `_`. Two programs that differ in naming have equal tokens.
 */
export function normalisedTokens(code: string): string[] {
  const found = code.match(token) ?? [];
  return found.filter((text) => !text.startsWith('//') && !text.startsWith('/*')).map(normalise);
}

function normalise(text: string): string {
  if (text.startsWith('.')) return text.replace(/\s+/gu, '');
  return /^[\p{ID_Start}$_]/u.test(text) && !keywords.has(text) ? '_' : text;
}
