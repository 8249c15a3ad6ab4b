/** How hard to look for an end: lines tried from the last, and characters parsed in all. */
const attempts = { ends: 200, characters: 3_000_000 };

/** The longest beginning, in whole lines, that satisfies; undefined where none does within reason. */
export function longestBeginning<T>(text: string, satisfying: (part: string) => T | undefined): T | undefined {
  const lines = text.split('\n');
  let characters = attempts.characters;
  let ends = attempts.ends;
  for (let end = lines.length; end > 0 && ends > 0 && characters > 0; end -= 1) {
    if (end < lines.length && (lines[end - 1] ?? '').trim() === '') continue;
    const part = lines.slice(0, end).join('\n');
    characters -= part.length;
    ends -= 1;
    const found = satisfying(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A continuation up to the first stop sequence that comes after some code. */
export function untilStop(text: string, stops: readonly string[]): string {
  const ends = stops.flatMap((stop) => {
    const at = text.indexOf(stop, firstCode(text));
    return stop === '' || at === -1 ? [] : [at];
  });
  return ends.length === 0 ? text : text.slice(0, Math.min(...ends));
}

/** Where the code begins: a stop sequence before it would leave nothing. */
function firstCode(text: string): number {
  const at = text.search(/\S/u);
  return at === -1 ? 0 : at + 1;
}
