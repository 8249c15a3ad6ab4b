export type Profile = 'strict' | 'balanced' | 'lenient';

/** What a row must show to be kept. */
export interface Policy {
  /** From 0 to 1. */
  readonly confidence: number;
  /** Share of mutants that the row's tests must kill, from 0 to 1. */
  readonly mutationScore: number;
}

const profiles: Readonly<Record<Profile, Policy>> = {
  strict: { confidence: 0.955, mutationScore: 0.6 },
  balanced: { confidence: 0.8, mutationScore: 0.4 },
  lenient: { confidence: 0, mutationScore: 0 },
};

/** A profile's thresholds, where no others are set. */
export function policyOf(
  profile: Profile,
  { confidence, mutationScore }: { readonly confidence: number | null; readonly mutationScore: number | null },
): Policy {
  const own = profiles[profile];
  return { confidence: confidence ?? own.confidence, mutationScore: mutationScore ?? own.mutationScore };
}
