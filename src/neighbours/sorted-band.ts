/** The entries of one band of many texts, by key: which text has which hash. */
export interface SortedBand {
  readonly keys: Uint32Array;
  /** The text of each key, ascending among equal keys. */
  readonly rows: Uint32Array;
}

/** Texts of one bucket that are kept in it: those of a crowded one are found through other bands as well. */
const mostOfBucket = 32;

/** Entries that are sorted at once, at most. */
const mostEntries = 2 ** 20;

/** Sorts entries, which come by row, by key. */
export function sortBand(keys: Uint32Array, rows: Uint32Array): SortedBand {
  if (keys.length > mostEntries) throw new Error(`${keys.length} entries of a band are too many to sort at once`);
  const packed = Float64Array.from(keys, (key, index) => key * mostEntries + index).sort();
  return {
    keys: Uint32Array.from(packed, (value) => Math.floor(value / mostEntries)),
    rows: Uint32Array.from(packed, (value) => rows[value % mostEntries] ?? 0),
  };
}

/** The same without what a bucket has no room for. */
export function thinned({ keys, rows }: SortedBand): SortedBand {
  const kept = { keys: new Uint32Array(keys.length), rows: new Uint32Array(keys.length) };
  let length = 0;
  for (const [index, key] of keys.entries()) {
    if (length >= mostOfBucket && kept.keys[length - mostOfBucket] === key) continue;
    kept.keys[length] = key;
    kept.rows[length] = rows[index] ?? 0;
    length += 1;
  }
  return { keys: kept.keys.subarray(0, length), rows: kept.rows.subarray(0, length) };
}

/** One band after the other, sorted anew. The rows of each are above those of the one before. */
export function mergeBands(bands: readonly SortedBand[]): SortedBand {
  return sortBand(concatenate(bands.map(({ keys }) => keys)), concatenate(bands.map(({ rows }) => rows)));
}

/** Calls `found` for each row of `a` with each row of `b` that has the same key; of `b` a bucket's first rows count. */
export function joinBands(a: SortedBand, b: SortedBand, found: (a: number, b: number) => void): void {
  let from = 0;
  for (const [index, key] of a.keys.entries()) {
    from = firstFrom(b.keys, key, from);
    const end = from + mostOfBucket;
    for (let at = from; at < end && b.keys[at] === key; at += 1) found(a.rows[index] ?? 0, b.rows[at] ?? 0);
  }
}

/** The first place from `start` on whose key is not below `key`: by ever larger steps, then by halves. */
export function firstFrom(keys: Uint32Array, key: number, start: number): number {
  const isBelow = (at: number): boolean => (keys[at] ?? Number.POSITIVE_INFINITY) < key;
  let step = 1;
  while (isBelow(start + step)) step *= 2;
  let low = start + Math.floor(step / 2);
  let high = Math.min(keys.length, start + step);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBelow(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function concatenate(parts: readonly Uint32Array[]): Uint32Array {
  const joined = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
