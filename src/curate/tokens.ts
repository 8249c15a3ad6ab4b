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
 * The tokens of a TypeScript text with what formatting and naming decide made equal: comments, semicolons and trailing
 * commas are gone, strings have one kind of quotes, the text's own identifiers read `_`; keywords, literals and the
 * names of members (`.map`) stay. Two programs that differ in naming and formatting have equal tokens.
 */
export function normalisedTokens(code: string): string[] {
  const found = (code.match(token) ?? []).filter((text) => !isComment(text) && text !== ';');
  return found.filter((text, index) => text !== ',' || !isCloser(found[index + 1])).map(normalise);
}

/** The words of a text in lower case, each number and each sign of code a word of its own. */
export function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}_$]+|\p{N}+|[=+\-*/<>()[\]{}%&|]/gu) ?? [];
}

function isComment(text: string): boolean {
  return text.startsWith('//') || text.startsWith('/*');
}

function isCloser(text: string | undefined): boolean {
  return text === ')' || text === ']' || text === '}';
}

function normalise(text: string): string {
  if (text.startsWith('"')) return `'${text.slice(1, -1)}'`;
  if (text.startsWith('`')) return text.replace(/\$\{([^{}]*)\}/gu, (_, inner: string) => `\${${insertion(inner)}}`);
  if (text.startsWith('.')) return text.replace(/\s+/gu, '');
  return isName(text) && !keywords.has(text) ? '_' : text;
}

/** Names in a template are names like all others. */
function insertion(code: string): string {
  return normalisedTokens(code).join(' ');
}

const nameStart = /^[\p{ID_Start}$_]/u;

function isName(text: string): boolean {
  return nameStart.test(text);
}
