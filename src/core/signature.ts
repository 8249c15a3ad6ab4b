/** What tells near-duplicates among texts: made by `curate`, compared and looked up by whoever keeps many of them. */
export interface Signature {
  /** The minimum of each hash function, cut to 16 bits. */
  readonly minima: Uint16Array;
  /** A hash of each band of the minima: texts that share one may be near-duplicates. */
  readonly bands: Uint32Array;
}

/** The share of equal minima: an estimate of Jaccard similarity between 0 and 1. */
export function similarity(a: Pick<Signature, 'minima'>, b: Pick<Signature, 'minima'>): number {
  let equal = 0;
  for (let index = 0; index < a.minima.length; index += 1) if (a.minima[index] === b.minima[index]) equal += 1;
  return equal / a.minima.length;
}
