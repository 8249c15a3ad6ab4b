import { minhash, similarity, type Signature } from './minhash.ts';
import { normalisedTokens } from './tokens.ts';

const bandRows = 4;

/**
 * Finds near-duplicates among texts that arrive in order: each is compared with the earlier ones that share a band of
 * its MinHash signature (locality-sensitive hashing; Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.4).
 */
export class NearDuplicateIndex {
  readonly #threshold: number;
  readonly #kept: { readonly id: string; readonly signature: Signature }[] = [];
  readonly #bands = new Map<string, number[]>();

  /** `threshold`: the Jaccard similarity, from 0 to 1, from which two texts are near-duplicates. */
  constructor(threshold: number) {
    this.#threshold = threshold;
  }

  /** The id of the first kept text that this one is a near-duplicate of; a text without one is kept under its id. */
  add(id: string, code: string): string | undefined {
    const signature = minhash(normalisedTokens(code));
    const bands = bandKeys(signature);
    const rivals = new Set(bands.flatMap((band) => this.#bands.get(band) ?? []));
    for (const rival of [...rivals].toSorted((a, b) => a - b)) {
      const kept = this.#kept[rival];
      if (kept && similarity(kept.signature, signature) >= this.#threshold) return kept.id;
    }
    const position = this.#kept.push({ id, signature }) - 1;
    for (const band of bands) this.#bands.set(band, [...(this.#bands.get(band) ?? []), position]);
    return undefined;
  }
}

function bandKeys(signature: Signature): string[] {
  return Array.from(
    { length: signature.length / bandRows },
    (_, band) => `${band}:${signature.subarray(band * bandRows, (band + 1) * bandRows).join(',')}`,
  );
}
