/** A text as a point: what is weighty in it, by dimension. Its length is 1. */
export type SparseVector = ReadonlyMap<number, number>;

const dimensions = 2 ** 18;

/**
 * Texts as points by the words and pairs of words that are in them: the rarer one is among the texts, the more it
 * weighs (TF-IDF), and a hash gives each its dimension (Weinberger et al., "Feature hashing", 2009). No model is needed.
 */
export function hashedTfidf(texts: readonly (readonly string[])[]): SparseVector[] {
  const counts = texts.map(countsOf);
  const inTexts = new Map<number, number>();
  for (const count of counts) for (const term of count.keys()) inTexts.set(term, (inTexts.get(term) ?? 0) + 1);
  const weightOf = (term: number): number => Math.log((1 + texts.length) / (1 + (inTexts.get(term) ?? 0))) + 1;
  return counts.map((count) =>
    normalised(new Map([...count].map(([term, times]) => [term, (1 + Math.log(times)) * weightOf(term)]))),
  );
}

/** The cosine of the angle between two points: 1 for the same direction, 0 for nothing in common. */
export function cosine(a: SparseVector, b: SparseVector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [dimension, value] of small) sum += value * (large.get(dimension) ?? 0);
  return sum;
}

function countsOf(words: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>();
  const count = (term: string): void => {
    const dimension = hash32(term) % dimensions;
    counts.set(dimension, (counts.get(dimension) ?? 0) + 1);
  };
  for (const [place, word] of words.entries()) {
    count(word);
    const next = words[place + 1];
    if (next !== undefined) count(`${word} ${next}`);
  }
  return counts;
}

function normalised(vector: ReadonlyMap<number, number>): SparseVector {
  const length = Math.sqrt(vector.values().reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? vector : new Map([...vector].map(([dimension, value]) => [dimension, value / length]));
}

/** FNV-1a over UTF-16 code units. */
function hash32(text: string): number {
  let hash = 0x811c_9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x0100_0193);
  return hash >>> 0;
}
