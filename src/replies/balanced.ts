const maxOpenings = 500;

/** Positions of the brackets that may begin a JSON value. */
export function openings(text: string): number[] {
  const found: number[] = [];
  for (let at = 0; at < text.length && found.length < maxOpenings; at += 1) {
    if (text[at] === '{' || text[at] === '[') found.push(at);
  }
  return found;
}

/** The position after the bracket that closes the one at `start`, brackets inside double quotes apart; undefined if none does. */
export function balancedEnd(text: string, start: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const char = text[at];
    if (quoted) {
      if (char === '\\') at += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}
