const longest = 4;
/** Beyond so many words the share falls for any text: more would only tell how long the dataset is. */
const mostWords = 20_000;

/**
 * The share of different runs of n words among all, for n from 1 to 4, over the first words that come.
 *
 * Source: J. Li et al., "A Diversity-Promoting Objective Function for Neural Conversation Models" (2016).
 */
export class DistinctN {
  readonly #runs = Array.from({ length: longest }, () => new Set<string>());
  readonly #counts = Array.from({ length: longest }, () => 0);
  #words = 0;

  /** Whether further words change nothing. */
  get isFull(): boolean {
    return this.#words >= mostWords;
  }

  add(words: readonly string[]): void {
    const taken = words.slice(0, Math.max(0, mostWords - this.#words));
    this.#words += taken.length;
    for (const [place, runs] of this.#runs.entries()) {
      for (let at = 0; at + place < taken.length; at += 1) {
        runs.add(taken.slice(at, at + place + 1).join(' '));
        this.#counts[place] = (this.#counts[place] ?? 0) + 1;
      }
    }
  }

  /** By n, from 1. */
  get shares(): readonly number[] {
    return this.#runs.map((runs, place) => (this.#counts[place] ? runs.size / this.#counts[place] : 0));
  }
}
