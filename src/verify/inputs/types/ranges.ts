/** Bounds of a number; both ends are included. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
}

const number = String.raw`(-?\d[\d_,]*(?:\.\d+)?(?:\s*(?:\^|\*\*)\s*\d+)?)`;
const less = String.raw`\s*(?:<=|≤|&le;)\s*`;

/** Ways to state both bounds, the more telling ones first. */
const both: readonly RegExp[] = [
  new RegExp(`${number}${less}[\\w$.]+${less}${number}`),
  new RegExp(`(?:from|between)\\s+${number}\\s+(?:to|and|up to|through)\\s+${number}`, 'i'),
  new RegExp(`${number}\\s*(?:\\.\\.|…|–)=?\\s*${number}`),
  new RegExp(`(?:\\bin|\\bwithin|\\brange|∈)\\s*\\[\\s*${number}\\s*,\\s*${number}\\s*\\]`),
];
/** Else a comment compares only to say what happens where. */
const beforeBound = String.raw`(?:^|[(,;:-]|\bmust be|\balways|\binteger|\bnumber)\s*`;
const lowest: readonly RegExp[] = [
  new RegExp(`@min(?:imum)?\\s+${number}`),
  new RegExp(`${beforeBound}(?:at least|no less than|>=|≥)\\s*${number}`, 'i'),
];
const highest: readonly RegExp[] = [
  new RegExp(`@max(?:imum)?\\s+${number}`),
  new RegExp(`${beforeBound}(?:at most|no more than|<=|≤)\\s*${number}`, 'i'),
];

/** The bounds that a comment states for one number; nothing where it states none, or more than one pair. */
export function rangeIn(note: string): Range | undefined {
  for (const way of both) {
    const [found, another] = [...note.matchAll(new RegExp(way, `g${way.flags}`))];
    const [min, max] = [numberIn(found?.[1]), numberIn(found?.[2])];
    if (min !== undefined && max !== undefined && min <= max) return another === undefined ? { min, max } : undefined;
  }
  const min = boundIn(note, lowest) ?? leastInWords(note);
  const max = boundIn(note, highest);
  if (min === undefined && max === undefined) return undefined;
  return (min ?? max ?? 0) > (max ?? min ?? 0)
    ? undefined
    : { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

function boundIn(note: string, ways: readonly RegExp[]): number | undefined {
  return ways.map((way) => numberIn(way.exec(note)?.[1])).find((found) => found !== undefined);
}

function leastInWords(note: string): number | undefined {
  if (/\bnon-?negative\b/i.test(note)) return 0;
  return /\bpositive (?:whole |safe )?(?:integer|number|count)\b/i.test(note) ? 1 : undefined;
}

/** `1_000`, `1,000`, `10^5`. */
function numberIn(text: string | undefined): number | undefined {
  const [base = '', power] = (text ?? '').replaceAll(/[_,\s]/g, '').split(/\^|\*\*/);
  const value = base === '' ? Number.NaN : Number(base) ** Number(power ?? 1);
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : undefined;
}
