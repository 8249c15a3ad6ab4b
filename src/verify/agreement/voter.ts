import type { Behaviour } from '../behaviour/behaviour.ts';
import { codeShape } from './code-shape.ts';

/** A solution with a say in what is right. */
export interface Voter {
  readonly behaviour: Behaviour;
  readonly code: string;
  /** What wrote it; at temperature 0 the same source gives the same mistakes. */
  readonly source: { readonly model: string; readonly temperature?: number };
  /** Whether it was made from another solution: it is compared with the others, and its voice does not count. */
  readonly isDerived?: boolean;
}

/**
 * For each voter, the place of the first one whose code is the same but for names, spacing and comments; `derived` for
 * one that has no voice of its own.
 */
export function originals(voters: readonly Voter[]): readonly (number | 'derived')[] {
  const first = new Map<string, number>();
  return voters.map(({ code, isDerived = false }, index) => {
    if (isDerived) return 'derived';
    const shape = codeShape(code);
    const known = first.get(shape);
    if (known === undefined) first.set(shape, index);
    return known ?? index;
  });
}
