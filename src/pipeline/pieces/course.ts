import { contentHash } from '../../core/id.ts';
import type { Piece } from '../../seeds/pieces/piece.ts';
import type { Course } from '../run.ts';
import { presentDescribed } from './present-described.ts';
import { workPiece } from './work-piece.ts';

/** The course of code that is to be described: each draw is a piece, proven by tests and then described. */
export function courseOf(pieces: readonly Piece[]): Course {
  const bySeed = new Map(pieces.map((piece) => [piece.seed.id, piece]));
  return {
    settings: { 'input (its content)': contentHash(pieces) },
    present: presentDescribed(bySeed),
    work: async (ports, lane) => {
      const piece = bySeed.get(lane.draw.seed.id);
      if (!piece) throw new Error(`no piece of code has the id ${lane.draw.seed.id}`);
      return await workPiece(ports, lane, piece);
    },
  };
}
