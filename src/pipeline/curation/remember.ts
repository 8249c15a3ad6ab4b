import type { NeighbourIndex } from '../../core/ports.ts';
import type { Collection, NearMembers } from './collection.ts';
import type { TextIndexes } from './text-indexes.ts';

/** A row that is kept, and what the next curation is to know of it. */
export interface KeptRow {
  readonly row: number;
  readonly note: string;
}

/** Notes what is kept now, so that it may come again, and nothing near to it. */
export function remember(earlier: TextIndexes, collection: Collection, kept: readonly KeptRow[]): void {
  const solutions = kept
    .filter(({ row }) => collection.hasSolution(row))
    .map(({ row, note }) => ({ member: row, note }));
  const statements = kept.flatMap(({ row, note }) => {
    const member = collection.taskOf(row);
    return member === undefined ? [] : [{ member, note }];
  });
  addFresh(earlier.solutions, collection.solutions, solutions);
  addFresh(earlier.statements, collection.statements, statements);
}

interface Noted {
  readonly member: number;
  readonly note: string;
}

/** Texts that are held at once. */
const textsAtOnce = 50_000;

/** Adds those that are not remembered yet, each once. */
function addFresh(earlier: NeighbourIndex, { known, rows }: NearMembers, noted: readonly Noted[]): void {
  const fresh = [...new Map(noted.filter(({ member }) => !known.has(member)).map((one) => [one.member, one])).values()];
  for (let at = 0; at < fresh.length; at += textsAtOnce) {
    const texts = fresh.slice(at, at + textsAtOnce).flatMap(({ member, note }) => {
      const text = rows.textOf(member);
      return text ? [{ ...text, note }] : [];
    });
    earlier.add(texts);
  }
}
