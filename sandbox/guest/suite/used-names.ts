/** Which fixtures a function asks for: the names that it takes apart in its parameter, read from its text. */

class FixtureParseError extends Error {
  override name = 'FixtureParseError';
}

type AnyFunction = (...args: never[]) => unknown;

interface StandIn {
  readonly original: AnyFunction;
  /** Which parameter of the original is the context. */
  readonly at: number;
}

const standIns = new WeakMap<object, StandIn>();
const known = new WeakMap<object, ReadonlySet<string>>();

/** Has a wrapper ask for what the function asks for that it wraps. */
export function standsFor<T extends AnyFunction>(wrapper: T, original: AnyFunction, at = 0): T {
  standIns.set(wrapper, standIns.get(original) ?? { original, at });
  return wrapper;
}

/** Throws when the parameter is not taken apart: then there is no telling. */
export function usedNames(asking: AnyFunction): ReadonlySet<string> {
  const found = known.get(asking);
  if (found !== undefined) return found;
  const { original, at } = standIns.get(asking) ?? { original: asking, at: 0 };
  const parameter = parametersOf(withoutComments(String(original)))[at];
  const names = new Set(parameter === undefined ? [] : namesIn(parameter, at));
  known.set(asking, names);
  return names;
}

const ordinals = ['1st', '2nd', '3rd'];

function namesIn(parameter: string, at: number): string[] {
  const pattern = /^\{([^]*)\}\s*(?:=[^]*)?$/.exec(parameter)?.[1];
  if (pattern === undefined) {
    throw new FixtureParseError(
      `The ${ordinals[at] ?? ''} argument inside a fixture must use object destructuring pattern, e.g. ({ task } => {}). Instead, received "${parameter}".`,
    );
  }
  const names = splitAtCommas(pattern).map((part) => /^[^:=]*/.exec(part)?.[0].trim() ?? '');
  const rest = names.find((name) => name.startsWith('...'));
  if (rest === undefined) return names;
  throw new FixtureParseError(`Rest parameters are not supported in fixtures, received "${rest}".`);
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, '');
}

function parametersOf(text: string): string[] {
  const open = text.indexOf('(');
  const arrow = text.indexOf('=>');
  if (arrow >= 0 && (open < 0 || arrow < open))
    return [
      text
        .slice(0, arrow)
        .replace(/^async\s/, '')
        .trim(),
    ];
  return splitAtCommas(text.slice(open + 1));
}

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Parts between the commas of the outermost level, up to its end. */
function splitAtCommas(text: string): string[] {
  const parts: string[] = [''];
  const open: string[] = [];
  for (const character of text) {
    if (open.length === 0 && character === ')') break;
    if (open.length === 0 && character === ',') {
      parts.push('');
      continue;
    }
    if (character in closers) open.push(closers[character] as string);
    else if (character === open.at(-1)) open.pop();
    parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
