import type { SplitShares } from '../../core/split.ts';
import { Groups, type Place } from '../../curate/dataset/groups.ts';
import type { Collection } from './collection.ts';

export interface Placed {
  readonly group: string;
  readonly split: string;
}

/**
 * Places the rows in splits, with near-duplicates and everything of one lineage together; drops a row that would tie two
 * splits to each other. Rows that were placed before keep their group, and come first. Rows that were dropped as
 * duplicates tie as well, so that the place does not depend on them.
 */
export function placeRows(collection: Collection, shares: SplitShares): (Placed | undefined)[] {
  const groups = new Groups(shares);
  const places: (Placed | undefined)[] = collection.rows.map(() => undefined);
  const { known } = collection.solutions;
  const placing = { groups, places, near: neighboursOf(collection), ofTasks: new Map<number, string>() };
  const place = (row: number): void => {
    const found = placeOf(collection, row, placing);
    if (found?.kind === 'straddles') return drop(collection, row, found.splits);
    if (!found) return;
    places[row] = { group: found.group, split: found.split };
    const task = collection.taskOf(row);
    if (task !== undefined && !placing.ofTasks.has(task)) placing.ofTasks.set(task, found.group);
  };
  for (const row of known.keys()) place(row);
  for (const row of collection.rows.keys()) if (!known.has(row)) place(row);
  return places;
}

interface Placing {
  readonly groups: Groups;
  readonly places: readonly (Placed | undefined)[];
  readonly near: ReadonlyMap<number, readonly number[]>;
  /** The group of the first row of each task that has been placed. */
  readonly ofTasks: ReadonlyMap<number, string>;
}

function placeOf(collection: Collection, row: number, placing: Placing): Place | undefined {
  const own = collection.rows[row];
  if (!own || (own.fate && own.fate.stage !== 'deduplicate')) return undefined;
  const { groups, places, near, ofTasks } = placing;
  const task = collection.taskOf(row);
  const name = task === undefined ? `row:${own.key}` : `statement:${String(own.task)}`;
  const noted = collection.solutions.known.get(row);
  if (noted !== undefined) return groups.place({ ties: [noted, ...own.lineage], near: [noted], name });
  const ofTask = task === undefined ? undefined : ofTasks.get(task);
  const neighbours = (near.get(row) ?? []).flatMap((other) => places[other]?.group ?? []);
  return groups.place({ ties: own.lineage, near: [...(ofTask === undefined ? [] : [ofTask]), ...neighbours], name });
}

function drop({ rows }: Collection, number: number, splits: readonly string[]): void {
  const row = rows[number];
  if (row && !row.fate) row.fate = { stage: 'split', reason: { kind: 'straddles-splits', splits } };
}

/** For each row those with a solution near to its own, and the first rows of tasks with a statement near to its task's. */
function neighboursOf(collection: Collection): Map<number, number[]> {
  const near = new Map<number, number[]>();
  const add = (row: number, other: number): void => {
    const known = near.get(row);
    if (known) known.push(other);
    else near.set(row, [other]);
  };
  const { solutions, statements } = collection;
  for (const [row, others] of solutions.links) {
    for (const other of others) {
      add(row, other);
      add(other, row);
    }
  }
  for (const [task, others] of statements.links) {
    for (const other of others) {
      const [row, earlier] = [collection.firstRowOf(task), collection.firstRowOf(other)];
      if (row === undefined || earlier === undefined) continue;
      add(row, earlier);
      add(earlier, row);
    }
  }
  return near;
}
