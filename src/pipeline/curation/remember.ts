import type { IndexedText } from '../../core/ports.ts';
import type { Collection, NearMembers, TextIndexes } from './collection.ts';
import type { Placed } from './place-rows.ts';

/** Notes what is kept now, each with its group, so that the next curation keeps it again, and nothing near to it. */
export function remember(earlier: TextIndexes, collection: Collection, places: readonly (Placed | undefined)[]): void {
  const kept = collection.rows.flatMap(({ fate }, number) => (fate ? [] : [number]));
  const noted = (member: number | undefined, row: number) =>
    member === undefined ? [] : [{ member, note: places[row]?.group ?? '' }];
  earlier.solutions.add(
    fresh(
      collection.solutions,
      kept.flatMap((row) => (collection.hasSolution(row) ? noted(row, row) : [])),
    ),
  );
  earlier.statements.add(
    fresh(
      collection.statements,
      kept.flatMap((row) => noted(collection.taskOf(row), row)),
    ),
  );
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
