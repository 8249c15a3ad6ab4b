/** How a text is cut into grams. */
export interface GramCut {
  /** Words of a gram. */
  readonly n: number;
  /** A text of fewer words has no grams. */
  readonly least: number;
}

/**
 * The hash, of 52 bits, of every run of `n` words, in their order; a shorter text has one of all its words. Each is made
 * of the one before (Karp and Rabin, "Efficient randomized pattern-matching algorithms", 1987).
 */
export function gramHashes(words: readonly string[], { n, least }: GramCut): Float64Array {
  const length = Math.min(n, words.length);
  if (length < least) return new Float64Array(0);
  const hashes = Uint32Array.from(words, hashOfWord);
  const grams = new Float64Array(hashes.length - length + 1);
  const [highOut, lowOut] = [power(highBase, length), power(lowBase, length)];
  let [high, low] = [0, 0];
  for (let at = 0; at < hashes.length; at += 1) {
    const gone = at < length ? 0 : (hashes[at - length] ?? 0);
    const word = hashes[at] ?? 0;
    high = (Math.imul(high, highBase) + word - Math.imul(gone, highOut)) | 0;
    low = (Math.imul(low, lowBase) + word - Math.imul(gone, lowOut)) | 0;
    if (at >= length - 1) grams[at - length + 1] = joint(high, low);
  }
  return grams;
}

/** A hash of all words together. */
export function hashOfAll(words: readonly string[]): number {
  return gramHashes(words, { n: words.length, least: 0 })[0] ?? 0;
}

const highBase = 0x0100_0193;
const lowBase = 0x5bd1_e995;

function power(base: number, exponent: number): number {
  let result = 1;
  for (let step = 0; step < exponent; step += 1) result = Math.imul(result, base);
  return result;
}

/** FNV-1a over UTF-16 code units. */
function hashOfWord(word: string): number {
  let hash = 0x811c_9dc5;
  for (let index = 0; index < word.length; index += 1) hash = Math.imul(hash ^ word.charCodeAt(index), 0x0100_0193);
  return hash >>> 0;
}

function joint(high: number, low: number): number {
  return (scrambled(high) >>> 0) * 2 ** 20 + (scrambled(low) & 0xf_ffff);
}

/** The finaliser of MurmurHash3. */
function scrambled(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return hash ^ (hash >>> 16);
}
