import { openDecontamination } from '../contamination/index-files.ts';
import { openEmbeddings, type EmbeddingsEndpoint } from '../../embed/embeddings.ts';
import { rowIncoherences } from '../../curate/coherence/row-coherence.ts';
import type { CurateTools } from './curate.ts';

export interface ToolSettings {
  /** Indexes of benchmarks; none: the bundled one; null: contaminated rows stay. */
  readonly benchmarks: readonly string[] | null;
  readonly coherence: boolean;
  readonly countsTokens: boolean;
  readonly embeddings?: EmbeddingsEndpoint;
}

/** Opens what a curation needs, and nothing that it does not. */
export async function curateTools({
  benchmarks,
  coherence,
  countsTokens,
  embeddings,
}: ToolSettings): Promise<CurateTools> {
  return {
    decontamination: benchmarks === null ? undefined : openDecontamination(benchmarks),
    incoherences: coherence ? rowIncoherences : () => [],
    ...(embeddings && { embed: await openEmbeddings(embeddings) }),
    countTokens: countsTokens ? await tokenCounter() : () => 1,
  };
}

async function tokenCounter(): Promise<CurateTools['countTokens']> {
  const { countTokens } = await import('gpt-tokenizer');
  return ({ statement = '', solution = '' }) => countTokens(statement) + countTokens(solution);
}
