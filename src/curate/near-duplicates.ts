import { similarity, type Signature } from '../core/signature.ts';
import { minhash } from './minhash.ts';
import { normalisedTokens } from './tokens.ts';

/**
 * Finds near-duplicates among texts that arrive in order: each is compared with the earlier ones that share a band of
 * its MinHash signature. In memory; for what does not fit there is a `NeighbourIndex`.
 */
export class NearDuplicateIndex {
  readonly #threshold: number;
  readonly #kept: { readonly id: string; readonly signature: Signature }[] = [];
  readonly #bands = new Map<number, number[]>();

  /** `threshold`: the Jaccard similarity, from 0 to 1, from which two texts are near-duplicates. */
  constructor(threshold: number) {
    this.#threshold = threshold;
  }

  /** The id of the first kept text that this one is a near-duplicate of; a text without one is kept under its id. */
  add(id: string, code: string): string | undefined {
    return this.addSigned(id, minhash(normalisedTokens(code)));
  }

  /** The same for a text whose signature is known. */
  addSigned(id: string, signature: Signature): string | undefined {
    const original = this.find(signature);
    if (original !== undefined) return original;
    const position = this.#kept.push({ id, signature }) - 1;
    for (const band of signature.bands) {
      const members = this.#bands.get(band);
      if (members) members.push(position);
      else this.#bands.set(band, [position]);
    }
    return undefined;
  }

  /** The id of the first kept text that is near to this one. */
  find(signature: Signature): string | undefined {
    const rivals = new Set([...signature.bands].flatMap((band) => this.#bands.get(band) ?? []));
    const first = [...rivals]
      .toSorted((a, b) => a - b)
      .find((rival) => {
        const kept = this.#kept[rival];
        return kept !== undefined && similarity(kept.signature, signature) >= this.#threshold;
      });
    return first === undefined ? undefined : this.#kept[first]?.id;
  }
}
