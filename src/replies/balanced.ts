const maxOpenings = 500;

/** Positions of the brackets that may begin a JSON value. */
export function openings(text: string): number[] {
  const found: number[] = [];
  for (let at = 0; at < text.length && found.length < maxOpenings; at += 1) {
    if (text[at] === '{' || text[at] === '[') found.push(at);
  }
  return found;
}

/** A double quote, or a single one where a string may begin, or a bracket. */
const mark = /"|'(?<=[{[,:]\s{0,99}')|[{}[\]]/g;
const doubleEnd = /["\\]/g;
/** A single quote followed by neither of these is an apostrophe. */
const singleEnd = /'(?=\s{0,99}[,:}\]])|\\/g;

/** The position after the bracket that closes the one at `start`, brackets inside quotes apart; undefined if none does. */
export function balancedEnd(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; ;) {
    const found = next(mark, text, at);
    if (found === undefined) return undefined;
    at = found.end;
    if (found.mark === '"' || found.mark === "'") {
      const end = stringEnd(text, at, found.mark === '"' ? doubleEnd : singleEnd);
      if (end === undefined) return undefined;
      at = end;
    } else {
      depth += found.mark === '{' || found.mark === '[' ? 1 : -1;
      if (depth === 0) return at;
    }
  }
}

function stringEnd(text: string, start: number, ending: RegExp): number | undefined {
  for (let at = start; ;) {
    const found = next(ending, text, at);
    if (found === undefined) return undefined;
    if (found.mark !== '\\') return found.end;
    at = found.end + 1;
  }
}

function next(
  pattern: RegExp,
  text: string,
  from: number,
): { readonly mark: string; readonly end: number } | undefined {
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  return found === null ? undefined : { mark: found[0], end: pattern.lastIndex };
}
