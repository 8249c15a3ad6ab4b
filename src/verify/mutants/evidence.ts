import type { StubName } from '../stubs/stub.ts';
import type { Mutant } from './mutant.ts';

/** How a suite dealt with mutants of a solution that it accepts. */
export interface MutationScore {
  readonly kind: 'scored';
  /**
   * Where they ran: in realms that one mutant after the other used, after which the solution as it is still passed. One
   * that changes what only another mutant depends on may decide about that one too.
   */
  readonly isolation: 'realms-used-in-turn';
  /** Mutants of the solution; those of the other counts are among them. */
  readonly total: number;
  /** A test failed. */
  readonly killed: number;
  /** They did not come to an end, which counts as killed. */
  readonly stopped: number;
  /** All tests passed. */
  readonly survived: readonly Mutant[];
  /** No test reached them, which counts as survived. */
  readonly uncovered: readonly Mutant[];
  /** Mutants left out because there were more than were to be judged. */
  readonly sampled: number;
  /** Mutants for which there was no time. */
  readonly unjudged: number;
  /** Killed and stopped among those judged, from 0 to 1; undefined where none was judged. */
  readonly score: number | undefined;
  /** Solutions that do no work, and pass all the same. With any of them, the suite proves nothing. */
  readonly acceptedStubs: readonly StubName[];
}

/** A score, or why there is none: the text cannot be instrumented, or the suite does not accept the solution. */
export type MutationEvidence = MutationScore | { readonly kind: 'unscored'; readonly because: string };
