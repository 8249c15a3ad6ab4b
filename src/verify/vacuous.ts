import type { MutationEvidence } from '../core/evidence.ts';

/** From this score on, a suite that accepts one stub is taken to be about a function that does no more than that. */
const thorough = 0.9;

/** The stubs by which a suite is vacuous; none where it is not, or nothing is known. */
export function vacuousStubs(mutation: MutationEvidence | undefined): readonly string[] {
  if (mutation?.kind !== 'scored') return [];
  const { acceptedStubs, score = 0 } = mutation;
  return acceptedStubs.length === 1 && score >= thorough ? [] : acceptedStubs;
}
