import type { Level } from '../../core/level.ts';
import type { PairRow } from '../../core/rows.ts';
import type { Piece } from '../../seeds/pieces/piece.ts';
import type { Present } from '../row-streams.ts';

/** What says most precisely what is asked for comes first. */
const asStatement: readonly Level[] = ['statement', 'textbook', 'docstring', 'one-line'];

/**
 * Code becomes a sample by a description that was proven, which is the statement of its task; code that nothing
 * describes has pairs and rejected descriptions to show, and is none.
 */
export function presentDescribed(pieces: ReadonlyMap<string, Piece>): Present {
  return (sample, pairs) => {
    const description = bestOf(pairs);
    if (!description) return undefined;
    const { lineage } = description;
    const extra = pieces.get(sample.lineage.seed)?.extra;
    const described = {
      ...sample,
      task: { ...sample.task, statement: description.description },
      lineage: { ...lineage, prompts: { ...sample.lineage.prompts, ...lineage.prompts } },
      ...(extra && { extra }),
    };
    return { sample: described, pairs };
  };
}

function bestOf(pairs: readonly PairRow[]): PairRow | undefined {
  return asStatement.flatMap((level) => pairs.find((pair) => pair.level === level) ?? [])[0];
}
