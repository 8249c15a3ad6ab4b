import { hashedTfidf } from '../../curate/diversity/vectors.ts';
import { foldedPoint, nearPoints, normalised, type Point } from '../../curate/semantic.ts';
import { words } from '../../curate/tokens.ts';
import type { Embed } from '../../embed/embeddings.ts';
import type { Collection } from './collection.ts';

export interface SemanticOptions {
  /** Cosine from which two statements say the same. */
  readonly threshold: number;
  /** Where it is absent, statements are compared by their words. */
  readonly embed?: Embed;
  readonly signal: AbortSignal;
}

/** Joins tasks whose statements say the same in other words. `statements`: one for each task, in their order. */
export async function joinSemantic(
  { statements: tasks }: Collection,
  statements: readonly string[],
  { threshold, embed, signal }: SemanticOptions,
): Promise<void> {
  const points = embed ? (await embed(statements, signal)).map(normalised) : pointsOf(statements);
  nearPoints(points, threshold, (later, earlier) => tasks.link(later, earlier));
}

function pointsOf(statements: readonly string[]): Point[] {
  return hashedTfidf(statements.map(words)).map(foldedPoint);
}
