import { readString, skipComment } from './loose-tokens.ts';

/**
 * Parses JSON with the slips that models make: trailing and missing commas, comments, single, curly or triple quotes,
 * keys without quotes, Python's literals, and inside strings raw line ends, quotes and backslashes that want escaping.
 * What could be read in two ways is not guessed at. Throws a `SyntaxError` where that is not enough.
 */
export function parseLooseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(repaired(text));
  }
}

/** One pass over the text, so that a hostile reply costs no more than its length. */
function repaired(text: string): string {
  const parts: string[] = [];
  let last = '';
  for (let at = 0; at < text.length;) {
    const { token, end } = nextToken(text, at);
    at = end;
    if (token.trim() === '') continue;
    // A comma is let go only when something other than a closing bracket follows.
    if (last === ',' && (token === '}' || token === ']')) parts.pop();
    if (isMissingComma(last, token)) parts.push(',');
    parts.push(token);
    last = token;
  }
  return parts.join('');
}

interface Token {
  /** As JSON wants it; empty for what it does not have. */
  readonly token: string;
  readonly end: number;
}

const word = /[\p{ID_Start}$_][\p{ID_Continue}$]*/uy;
const number = /[-+]?[\d.][\w.+-]*/y;
const blank = /\s+/y;
const literals = new Map([
  ['True', 'true'],
  ['False', 'false'],
  ['None', 'null'],
  ['undefined', 'null'],
  ['NaN', 'null'],
]);

function nextToken(text: string, at: number): Token {
  const comment = skipComment(text, at);
  if (comment !== undefined) return { token: '', end: comment };
  const string = readString(text, at);
  if (string !== undefined) return { token: string.json, end: string.end };
  const space = match(blank, text, at);
  if (space !== undefined) return { token: '', end: at + space.length };
  const name = match(word, text, at);
  if (name !== undefined) return { token: ofWord(name, text, at + name.length), end: at + name.length };
  const digits = match(number, text, at);
  if (digits !== undefined) return { token: digits, end: at + digits.length };
  return { token: text.charAt(at), end: at + 1 };
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function ofWord(name: string, text: string, end: number): string {
  const isKey = text.charAt(end + (match(blank, text, end)?.length ?? 0)) === ':';
  return isKey ? JSON.stringify(name) : (literals.get(name) ?? name);
}

/** Between the lines of an object a comma is forgotten most. */
function isMissingComma(last: string, token: string): boolean {
  return token.startsWith('"') && last !== '' && !/^[{[,:]$/.test(last);
}
