import type { IndexedText } from '../../core/ports.ts';
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
  earlier.solutions.add(fresh(collection.solutions, solutions));
  earlier.statements.add(fresh(collection.statements, statements));
}

interface Noted {
  readonly member: number;
  readonly note: string;
}

/** Those that are not remembered yet, each once. */
function fresh({ known, rows }: NearMembers, noted: readonly Noted[]): IndexedText[] {
  const unknown = new Map(noted.filter(({ member }) => !known.has(member)).map((one) => [one.member, one.note]));
  return [...unknown].flatMap(([member, note]) => {
    const text = rows.textOf(member);
    return text ? [{ ...text, note }] : [];
  });
}
