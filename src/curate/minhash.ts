import { createHash } from 'node:crypto';

/** A MinHash signature: as many unsigned 32-bit minima as there are hash functions. */
export type Signature = Uint32Array;

const functions = 128;
const shingleLength = 5;
const coefficients = Array.from({ length: functions }, (_, index) => oddPair(index));

/**
 * The MinHash signature of a token sequence, over its shingles of five tokens: the share of equal members of two
 * signatures estimates the Jaccard similarity of the two sets of shingles, with a standard error of about 0.04.
 *
 * Source: A. Broder, "On the resemblance and containment of documents" (1997).
 */
export function minhash(tokens: readonly string[]): Signature {
  const signature = new Uint32Array(functions).fill(0xffff_ffff);
  for (const hash of shingleHashes(tokens)) {
    for (const [index, [multiplier, offset]] of coefficients.entries()) {
      const value = mix(Math.imul(hash ^ offset, multiplier));
      if (value < (signature[index] ?? 0)) signature[index] = value;
    }
  }
  return signature;
}

/** The share of equal members: an estimate of Jaccard similarity between 0 and 1. */
export function similarity(a: Signature, b: Signature): number {
  return a.filter((value, index) => value === b[index]).length / functions;
}

function shingleHashes(tokens: readonly string[]): Set<number> {
  const count = Math.max(1, tokens.length - shingleLength + 1);
  return new Set(
    Array.from({ length: count }, (_, start) => hash32(tokens.slice(start, start + shingleLength).join('\u0000'))),
  );
}

/** FNV-1a over UTF-16 code units. */
function hash32(text: string): number {
  let hash = 0x811c_9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x0100_0193);
  }
  return hash >>> 0;
}

/** The finaliser of MurmurHash3: every bit of the input changes about half of the output's. */
function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function oddPair(index: number): readonly [multiplier: number, offset: number] {
  const digest = createHash('sha256').update(`winnow minhash ${index}`).digest();
  return [digest.readUInt32LE(0) | 1, digest.readUInt32LE(4)];
}
