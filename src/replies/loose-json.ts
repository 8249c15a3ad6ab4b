/**
 * Parses JSON with the slips that models make: trailing commas, comments, raw line ends and tabs inside strings.
 * Throws a `SyntaxError` where that is not enough.
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
  let result = '';
  let heldComma = false;
  for (let at = 0; at < text.length;) {
    const end = tokenEnd(text, at);
    const token = text.slice(at, end);
    at = end;
    if (isComment(token)) continue;
    const isBlank = token.trim() === '';
    // A comma is let go only when something other than a closing bracket follows.
    if (heldComma && !isBlank) {
      result += token === '}' || token === ']' ? '' : ',';
      heldComma = false;
    }
    if (token === ',') heldComma = true;
    else result += token.startsWith('"') ? withEscapes(token) : token;
  }
  return result;
}

function tokenEnd(text: string, at: number): number {
  if (text[at] === '"') return stringEnd(text, at);
  if (text.startsWith('//', at)) return endOf(text, '\n', at);
  if (text.startsWith('/*', at)) return endOf(text, '*/', at + 2);
  return at + 1;
}

/** The position after the next `mark`, or the end of the text. */
function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}

function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

function isComment(token: string): boolean {
  return token.startsWith('//') || token.startsWith('/*');
}

function withEscapes(literal: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what JSON strings may not hold
  return literal.replace(/[\u0000-\u001f]/g, (char) => JSON.stringify(char).slice(1, -1));
}
