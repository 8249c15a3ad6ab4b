import { representatives } from '../../curate/dataset/clusters.ts';
import type { Collection, NearMembers } from './collection.ts';
import type { Duplicate } from './fates.ts';
import type { Outside } from './near-rows.ts';

/**
 * Drops all rows but one of each cluster of near-duplicate solutions, and all tasks but one of each cluster of
 * near-duplicate statements: what is kept has the most evidence. Nothing is kept of what came before.
 */
export function deduplicate(collection: Collection): void {
  dropRepeatedSolutions(collection);
  dropBareRepeats(collection);
  dropRepeatedTasks(collection);
}

function dropRepeatedSolutions(collection: Collection): void {
  const { rows, solutions } = collection;
  const barred = barredClusters(solutions);
  const evidence = (row: number): number => {
    const own = rows[row];
    if (!own || own.fate) return Number.NEGATIVE_INFINITY;
    return solutions.known.has(row) ? Number.POSITIVE_INFINITY : own.evidence;
  };
  const best = representatives(solutions.clusters, evidence);
  for (const [number, row] of rows.entries()) {
    if (row.fate || !collection.hasSolution(number)) continue;
    const root = solutions.clusters.rootOf(number);
    const outside = barred.get(root);
    const original = best.get(root);
    if (outside) row.fate = duplicate('duplicate', outside);
    else if (original !== undefined && original !== number) {
      row.fate = duplicate('duplicate', { id: rows[original]?.id ?? '' });
    }
  }
}

/** Of rows with a statement alone, the first one of a task says all. */
function dropBareRepeats(collection: Collection): void {
  const firsts = new Map<number, string>();
  for (const [number, row] of collection.rows.entries()) {
    const task = collection.taskOf(number);
    if (row.fate || task === undefined || collection.hasSolution(number)) continue;
    const first = firsts.get(task);
    if (first === undefined) firsts.set(task, row.id);
    else row.fate = duplicate('duplicate', { id: first });
  }
}

function dropRepeatedTasks(collection: Collection): void {
  const { rows, statements } = collection;
  const barred = barredClusters(statements);
  const evidence = evidenceOfTasks(collection);
  const names = namesOfTasks(collection);
  const best = representatives(statements.clusters, (task) => evidence.get(task) ?? Number.NEGATIVE_INFINITY);
  for (const [number, row] of rows.entries()) {
    const task = collection.taskOf(number);
    if (row.fate || task === undefined) continue;
    const root = statements.clusters.rootOf(task);
    const outside = barred.get(root);
    const original = best.get(root);
    if (outside) row.fate = duplicate('duplicate-statement', outside);
    else if (original !== undefined && original !== task) {
      row.fate = duplicate('duplicate-statement', { id: names.get(original) ?? '' });
    }
  }
}

/** The most that any row of a task has which is still there. */
function evidenceOfTasks(collection: Collection): Map<number, number> {
  const evidence = new Map<number, number>();
  for (const [number, row] of collection.rows.entries()) {
    const task = collection.taskOf(number);
    if (row.fate || task === undefined) continue;
    const own = collection.statements.known.has(task) ? Number.POSITIVE_INFINITY : row.evidence;
    evidence.set(task, Math.max(evidence.get(task) ?? Number.NEGATIVE_INFINITY, own));
  }
  return evidence;
}

function namesOfTasks(collection: Collection): Map<number, string> {
  const names = new Map<number, string>();
  for (const [number, { task, id }] of collection.rows.entries()) {
    const place = collection.taskOf(number);
    if (place !== undefined && !names.has(place)) names.set(place, task ?? id);
  }
  return names;
}

/** Clusters of which a member is near to something that must not come again. */
function barredClusters({ clusters, outside, known }: NearMembers): Map<number, Outside> {
  const freed = new Set([...known.keys()].map((member) => clusters.rootOf(member)));
  const barred = [...outside].map(([member, found]) => [clusters.rootOf(member), found] as const);
  return new Map(barred.filter(([root]) => !freed.has(root)));
}

function duplicate(kind: Duplicate['kind'], of: { readonly id: string; readonly in?: string }) {
  return { stage: 'deduplicate', reason: { kind, of: of.id, ...(of.in !== undefined && { in: of.in }) } } as const;
}
