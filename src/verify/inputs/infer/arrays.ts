import type { ArrayShape, Shape } from '../shape.ts';

/** What arrays have in common besides their elements. */
export function arrayTraits(lists: readonly (readonly unknown[])[]): Omit<ArrayShape, 'kind' | 'of'> {
  const lengths = lists.map(({ length }) => length);
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  const isFixed = least === most && (most === 2 || most === 3) && lists.length > most;
  const grid = gridOf(lists);
  const by = ascendingField(lists);
  const repeatsIds = lists.some((list) => new Set(idsIn(list)).size < idsIn(list).length);
  return {
    min: isFixed ? least : least === 0 || most - least >= 4 ? 0 : least <= 3 ? 1 : 2,
    max: isFixed ? most : grid === 'none' ? Math.max(15, most + 6) : Math.max(5, most + 1),
    ...(by !== undefined && { by }),
    order: isAscending(lists) || by !== undefined ? 'ascending' : 'any',
    distinct: isDistinct(lists),
    ...(repeatsIds && { repeatsIds }),
    grid,
    permutation: isPermutation(lists),
  };
}

/** The traits of an array of which nothing is known. */
export function plainArray(of: Shape): ArrayShape {
  return { kind: 'array', of, min: 0, max: 15, order: 'any', distinct: false, grid: 'none', permutation: false };
}

function isAscending(lists: readonly (readonly unknown[])[]): boolean {
  const telling = lists.filter(({ length }) => length >= 2);
  return (
    telling.length >= 3 && telling.every((list) => list.every((item, at) => at === 0 || !isLess(item, list[at - 1])))
  );
}

/** The field that ascends in lists of objects, with as many steps as are hardly chance. */
function ascendingField(lists: readonly (readonly unknown[])[]): string | undefined {
  const wantedSteps = 4;
  const objects = lists.filter(({ length }) => length >= 2);
  const steps = objects.reduce((sum, { length }) => sum + length - 1, 0);
  if (steps < wantedSteps || !objects.flat().every(isPlain)) return undefined;
  return Object.keys(objects[0]?.[0] ?? {}).find((name) => {
    const columns = objects.map((list) => list.map((item) => (item as Record<string, unknown>)[name]));
    const rises = columns.some((column) => column.some((value, at) => at > 0 && isLess(column[at - 1], value)));
    return rises && isAscending(columns);
  });
}

function idsIn(list: readonly unknown[]): readonly unknown[] {
  return list.flatMap((item) => (isPlain(item) && 'id' in item ? [item.id] : []));
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function isLess(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  return typeof a === 'string' && typeof b === 'string' ? a < b : true;
}

/** Whether numbers that would often occur twice by chance never do. */
function isDistinct(lists: readonly (readonly unknown[])[]): boolean {
  const wantedCollisions = 4;
  let expected = 0;
  for (const list of lists) {
    if (!list.every((item) => typeof item === 'number') || new Set(list).size < list.length) return false;
    const range = Math.max(...list) - Math.min(...list) + 1;
    expected += list.length < 2 ? 0 : (list.length * (list.length - 1)) / 2 / range;
  }
  return expected >= wantedCollisions;
}

function gridOf(lists: readonly (readonly unknown[])[]): ArrayShape['grid'] {
  const grids = lists.filter((list) => list.length > 0);
  const cells = grids.map((list) => list.map((row) => (Array.isArray(row) ? row.length : -1)));
  const isGrid = cells.length > 0 && cells.every((row) => row[0] !== -1 && row.every((length) => length === row[0]));
  if (!isGrid || !cells.some((row) => row.length >= 2 && (row[0] ?? 0) >= 2)) return 'none';
  // Pairs are no rows.
  if (cells.every((row) => row[0] === 2) && cells.some((row) => row.length !== 2)) return 'none';
  return cells.length >= 2 && cells.every((row) => row.length === row[0]) ? 'square' : 'rectangle';
}

function isPermutation(lists: readonly (readonly unknown[])[]): boolean {
  const flat = lists.map((list) => list.flat()).filter(({ length }) => length > 0);
  const isTelling =
    flat.filter(({ length }) => length >= 4).length >= 2 &&
    flat.some((list) => list.some((item, at) => item !== at + 1));
  return isTelling && flat.every((list) => list.every((_, at) => list.includes(at + 1)));
}
