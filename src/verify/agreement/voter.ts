import type { Behaviour } from '../behaviour/behaviour.ts';
import { codeShape } from './code-shape.ts';

/** A solution with a say in what is right. */
export interface Voter {
  readonly behaviour: Behaviour;
  readonly code: string;
  /** What wrote it; at temperature 0 the same source gives the same mistakes. */
  readonly source: { readonly model: string; readonly temperature?: number };
}

/** For each voter, the place of the first one whose code is the same but for names, spacing and comments. */
export function originals(voters: readonly Voter[]): readonly number[] {
  const first = new Map<string, number>();
  return voters.map(({ code }, index) => {
    const shape = codeShape(code);
    const known = first.get(shape);
    if (known === undefined) first.set(shape, index);
    return known ?? index;
  });
}
