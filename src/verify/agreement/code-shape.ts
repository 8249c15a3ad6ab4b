/**
 * Code with its comments, spacing, semicolons and choice of names taken out, so that copies of a text have one shape.
 *
 * It reads tokens, not syntax: what it takes for a copy may differ in the names of properties that are not behind a dot.
 */
export function codeShape(code: string): string {
  const names = new Map<string, string>();
  const tokens: string[] = [];
  for (const [token] of code.matchAll(tokenPattern)) {
    if (token.startsWith('//') || token.startsWith('/*') || token === ';') continue;
    tokens.push(isName(token) && tokens.at(-1) !== '.' ? nameFor(token, names) : unquoted(token));
  }
  return tokens.join(' ');
}

const tokenPattern =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|[\p{ID_Start}$_][\p{ID_Continue}$]*|\d[\w.]*|[^\s]/gu;

const keywords: ReadonlySet<string> = new Set(
  'async await break case catch class const continue default delete do else export extends false finally for function if import in instanceof new null of return static super switch this throw true try typeof undefined void while yield'.split(
    ' ',
  ),
);

function isName(token: string): boolean {
  return /^[\p{ID_Start}$_]/u.test(token);
}

function nameFor(token: string, names: Map<string, string>): string {
  if (token === 'let' || token === 'var') return 'const';
  if (keywords.has(token)) return token;
  const known = names.get(token);
  if (known !== undefined) return known;
  const name = `$${names.size}`;
  names.set(token, name);
  return name;
}

function unquoted(token: string): string {
  return /^'[^"\\]*'$/.test(token) ? `"${token.slice(1, -1)}"` : token;
}
