/** How a text is cut into grams. */
export interface GramCut {
  /** Words of a gram. */
  readonly n: number;
  /** A text of fewer words has no grams. */
  readonly least: number;
}

/** The hash, of 52 bits, of every run of `n` words, in their order; a shorter text has one of all its words. */
export function gramHashes(words: readonly string[], { n, least }: GramCut): Float64Array {
  const length = Math.min(n, words.length);
  if (length < least) return new Float64Array(0);
  const hashes = Uint32Array.from(words, hashOfWord);
  const grams = new Float64Array(words.length - length + 1);
  for (let at = 0; at < grams.length; at += 1) grams[at] = joint(hashes, at, length);
  return grams;
}

/** A hash of all words together. */
export function hashOfAll(words: readonly string[]): number {
  return joint(Uint32Array.from(words, hashOfWord), 0, words.length);
}

/** FNV-1a over UTF-16 code units. */
function hashOfWord(word: string): number {
  let hash = 0x811c_9dc5;
  for (let index = 0; index < word.length; index += 1) hash = Math.imul(hash ^ word.charCodeAt(index), 0x0100_0193);
  return hash >>> 0;
}

function joint(hashes: Uint32Array, from: number, length: number): number {
  let [high, low] = [0x9e37_79b9, 0x85eb_ca6b];
  for (let index = from; index < from + length; index += 1) {
    const word = hashes[index] ?? 0;
    high = scrambled(Math.imul(high, 0x0100_0193) ^ word);
    low = Math.imul(low ^ word, 0x5bd1_e995) ^ (low >>> 13);
  }
  return (high >>> 0) * 2 ** 20 + (scrambled(low) & 0xf_ffff);
}

/** The finaliser of MurmurHash3. */
function scrambled(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return hash ^ (hash >>> 16);
}
