/** A string literal of loose JSON. */
interface LooseString {
  /** The same string as a JSON literal. */
  readonly json: string;
  /** The position after the literal. */
  readonly end: number;
}

const closings: Readonly<Record<string, RegExp>> = {
  '"': /["\\]/g,
  "'": /['\\]/g,
  '`': /[`\\]/g,
  '“': /[”“\\]/g,
};

const tripled = ['"""', "'''"];

/** What may follow a closing quote: other quotes are the string's own, left without a backslash. */
const afterString = /\s*(?:[,:}\]]|$|\/[/*]|\+\s*["'`])|[ \t]*\n\s*["'][\w -]*["']\s*:/y;

/** The string literal that begins at a position, in any kind of quotes; undefined where none begins. */
export function readString(text: string, start: number): LooseString | undefined {
  const triple = tripled.find((quotes) => text.startsWith(quotes, start));
  if (triple !== undefined) return tripleQuoted(text, start, triple);
  const closing = closings[text.charAt(start)];
  if (closing === undefined) return undefined;
  for (let at = start + 1; ;) {
    closing.lastIndex = at;
    const found = closing.exec(text);
    if (found === null) return { json: encoded(text.slice(start + 1)), end: text.length };
    at = found.index + (found[0] === '\\' ? 2 : 1);
    if (found[0] !== '\\' && mayEndAt(text, at)) {
      return { json: encoded(text.slice(start + 1, found.index)), end: at };
    }
  }
}

function mayEndAt(text: string, at: number): boolean {
  afterString.lastIndex = at;
  return afterString.test(text);
}

function tripleQuoted(text: string, start: number, quotes: string): LooseString {
  const found = text.indexOf(quotes, start + quotes.length);
  const end = found === -1 ? text.length : found;
  return { json: encoded(text.slice(start + quotes.length, end)), end: Math.min(text.length, end + quotes.length) };
}

/** The position after the comment that begins here; undefined where none does. */
export function skipComment(text: string, at: number): number | undefined {
  if (text.startsWith('//', at)) return endOf(text, '\n', at);
  if (text.startsWith('/*', at)) return endOf(text, '*/', at + 2);
  return undefined;
}

/** The position after the next `mark`, or the end of the text. */
function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}

function encoded(content: string): string {
  const escaped = content.replaceAll(/\\(?:u[\dA-Fa-f]{4}|[^])|["\p{Cc}]/gu, (part) => escape(part));
  return `"${escaped}"`;
}

/** A backslash that JSON has no meaning for, as in `\d`, is one that the model meant. */
function escape(part: string): string {
  if (!part.startsWith('\\')) return JSON.stringify(part).slice(1, -1);
  if (/^\\(?:["\\/bfnrt]|u....)$/.test(part)) return part;
  if (/^\\['`]$/.test(part)) return part.slice(1);
  return `\\\\${JSON.stringify(part.slice(1)).slice(1, -1)}`;
}
