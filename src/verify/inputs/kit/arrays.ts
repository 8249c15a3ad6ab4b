import type { ArrayShape } from '../shape.ts';
import type { Kit, Maker } from './kit.ts';

/** Arrays in which values often occur again, kept in the order and form that their shape asks for. */
export function arrayMaker(kit: Kit): Maker<ArrayShape> {
  const poolSize = 3;

  function compare(a: unknown, b: unknown): number {
    if (Array.isArray(a) && Array.isArray(b)) return compare(a[0], b[0]);
    if (typeof a !== typeof b || (typeof a !== 'number' && typeof a !== 'string')) return 0;
    return a < (b as typeof a) ? -1 : a > (b as typeof a) ? 1 : 0;
  }

  function sorted({ order, by }: ArrayShape, list: unknown[]): unknown[] {
    const ranked = (item: unknown): unknown =>
      by === undefined ? item : (item as Record<string, unknown> | null)?.[by];
    return order === 'ascending' ? list.toSorted((a, b) => compare(ranked(a), ranked(b))) : list;
  }

  function toldApartBy(key: string, list: unknown[], min: number): unknown[] {
    const values = list.map((item) =>
      typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[key] : undefined,
    );
    return list.filter((_, at) => values[at] === undefined || values.indexOf(values[at]) === at || at < min);
  }

  function tidy(shape: ArrayShape, list: unknown[]): unknown[] {
    const { distinct, min } = shape;
    // JSON has no word for big integers.
    const plain = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}n` : value);
    const texts = distinct ? list.map((item) => JSON.stringify(item, plain) ?? '') : [];
    const only = distinct ? list.filter((_, at) => texts.indexOf(texts[at] ?? '') === at || at < min) : list;
    const keys = [...(shape.repeatsIds === true ? [] : ['id']), ...(shape.keys ?? [])];
    const toldApart = keys.reduce((left, key) => toldApartBy(key, left, min), only);
    return sorted(shape, toldApart);
  }

  function shuffled(size: number): number[] {
    const keyed = Array.from({ length: size }, (_, at) => [kit.random.next(), at + 1] as const);
    return keyed.toSorted(([a], [b]) => a - b).map(([, number]) => number);
  }

  function drawGrid(shape: ArrayShape, of: ArrayShape): unknown[] {
    const rows = Math.max(1, kit.size(shape.min, Math.min(shape.max, 6)));
    const columns = shape.grid === 'square' ? rows : Math.max(1, kit.size(of.min, Math.min(of.max, 6)));
    const numbers = shuffled(rows * columns);
    const cell = (row: number, column: number): unknown =>
      shape.permutation ? numbers[row * columns + column] : kit.draw(of.of);
    const rowAt = (row: number): unknown[] => Array.from({ length: columns }, (_, at) => cell(row, at));
    return Array.from({ length: rows }, (_, row) => (shape.permutation ? rowAt(row) : sorted(of, rowAt(row))));
  }

  function draw(shape: ArrayShape): unknown[] {
    const { random } = kit;
    if (shape.grid !== 'none' && shape.of.kind === 'array') return drawGrid(shape, shape.of);
    const size = kit.size(shape.min, shape.max);
    if (shape.permutation) return shuffled(size);
    const repeats = size > 1 && !shape.distinct && random.chance(0.5) ? 0.7 : 0;
    const pool = Array.from({ length: repeats > 0 ? poolSize : 0 }, () => kit.draw(shape.of));
    const list = Array.from({ length: size }, () => (random.chance(repeats) ? random.pick(pool) : kit.draw(shape.of)));
    return tidy(shape, list);
  }

  function varyCell(shape: ArrayShape, list: unknown[]): unknown[] {
    if (list.length === 0) return draw(shape);
    const at = kit.random.int(0, list.length - 1);
    return list.with(at, kit.vary(shape.of, list[at]));
  }

  function varyGrid(shape: ArrayShape, of: ArrayShape, list: unknown[]): unknown[] {
    if (shape.permutation || kit.random.chance(0.3)) return draw(shape);
    const at = kit.random.int(0, list.length - 1);
    const row = list[at];
    // An empty row would become one of another length than the others.
    return Array.isArray(row) && row.length > 0 ? list.with(at, sorted(of, varyCell(of, row))) : draw(shape);
  }

  /** Elements that are equal in one field show what is done where more than one fits. */
  function withFieldOf(item: unknown, other: unknown): unknown {
    const isObject = (one: unknown): one is object => typeof one === 'object' && one !== null && !Array.isArray(one);
    if (!isObject(item) || !isObject(other)) return item;
    const shared = Object.keys(item).filter((name) => name in other);
    if (shared.length === 0) return item;
    const name = kit.random.pick(shared);
    return { ...item, [name]: (other as Record<string, unknown>)[name] };
  }

  function vary(shape: ArrayShape, value: unknown): unknown[] {
    const { random } = kit;
    if (!Array.isArray(value) || value.length === 0) return draw(shape);
    const list = value as unknown[];
    if (shape.grid !== 'none' && shape.of.kind === 'array') return varyGrid(shape, shape.of, list);
    const at = random.int(0, list.length - 1);
    const other = random.int(0, list.length - 1);
    const item = list[at];
    if (shape.permutation) return list.with(at, list[other]).with(other, item);
    const mayGrow = list.length < shape.max;
    const changed = [
      () => varyCell(shape, list),
      () => (list.length > shape.min ? list.toSpliced(at, 1) : varyCell(shape, list)),
      () => list.with(at, list[other]).with(other, item),
      () => (shape.distinct ? varyCell(shape, list) : list.with(other, item)),
      () => (mayGrow ? list.toSpliced(other, 0, shape.distinct ? kit.draw(shape.of) : item) : varyCell(shape, list)),
      () => (mayGrow ? list.toSpliced(other, 0, kit.draw(shape.of)) : varyCell(shape, list)),
      () => list.toReversed(),
      () => list.with(at, withFieldOf(item, list[other])),
    ];
    return tidy(shape, random.pick(changed)());
  }

  return { draw, vary };
}
