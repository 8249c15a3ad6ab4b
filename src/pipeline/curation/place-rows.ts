import type { SplitShares } from '../../core/split.ts';
import { Groups } from '../../curate/dataset/groups.ts';
import type { Collection } from './collection.ts';

export interface Placed {
  readonly group: string;
  readonly split: string;
}

/**
 * Places the rows in splits, with near-duplicates and everything of one lineage together; drops a row that would tie two
 * splits to each other. Rows that were dropped as duplicates tie as well, so that the place does not depend on them.
 */
export function placeRows(collection: Collection, shares: SplitShares): (Placed | undefined)[] {
  const groups = new Groups(shares);
  const groupOf: (string | undefined)[] = [];
  const places: (Placed | undefined)[] = [];
  for (const [number, row] of collection.rows.entries()) {
    const isTied = !row.fate || row.fate.stage === 'deduplicate';
    const earlier = isTied ? linkedRows(collection, number).flatMap((link) => groupOf[link] ?? []) : [];
    const place = isTied ? groups.place(tiesOf(collection, number), earlier) : undefined;
    groupOf.push(place?.kind === 'placed' ? place.group : undefined);
    places.push(place?.kind === 'placed' ? { group: place.group, split: place.split } : undefined);
    if (place?.kind === 'straddles' && !row.fate) {
      row.fate = { stage: 'split', reason: { kind: 'straddles-splits', splits: place.splits } };
    }
  }
  return places;
}

function tiesOf(collection: Collection, number: number): string[] {
  const row = collection.rows[number];
  if (!row) return [];
  const noted = collection.solutions.known.get(number);
  const task = collection.taskOf(number);
  return [
    ...(noted === undefined ? [] : [noted]),
    ...row.lineage,
    ...(task === undefined ? [] : [`statement:${String(row.task)}`]),
    `row:${row.key}`,
  ];
}

/** Earlier rows with a solution near to this one's, and the first rows of earlier tasks with a statement near to its. */
function linkedRows(collection: Collection, number: number): number[] {
  const task = collection.taskOf(number);
  const tasks = task === undefined ? [] : (collection.statements.links.get(task) ?? []);
  return [
    ...(collection.solutions.links.get(number) ?? []),
    ...tasks.flatMap((one) => collection.firstRowOf(one) ?? []),
  ];
}
