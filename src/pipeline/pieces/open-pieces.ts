import { inputError } from '../../core/error.ts';
import type { Pieces } from '../../seeds/pieces/piece.ts';
import { readPieceRows, type ReadRowsOptions } from '../../seeds/pieces/read-rows.ts';
import { readTree } from '../../seeds/pieces/read-tree.ts';
import { withTypeChecks } from '../well-typed.ts';

/** Reads the code that is to be described, from a tree, a file of code, or JSONL. Throws an input error. */
export async function openPieces(input: string, options: ReadRowsOptions): Promise<Pieces> {
  const isRows = input === '-' || /\.jsonl(?:\.zst)?$/u.test(input);
  const found = isRows
    ? await readPieceRows(input, options)
    : await withTypeChecks((areWellTyped) => readTree(input, { areWellTyped }));
  if (found.pieces.length > 0) return found;
  const why = found.notices.length === 0 ? '' : `\n${found.notices.join('\n')}`;
  throw inputError('no-code', `There is no code to describe in ${input}: check --input.${why}`);
}
