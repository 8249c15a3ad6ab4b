import type { Relation, Shape, TupleShape } from '../shape.ts';
import type { Kit, Maker } from './kit.ts';

/** Lists with a shape for each place, among them argument lists; what holds between places is restored at the end. */
export function tupleMaker(kit: Kit): Maker<TupleShape> {
  function toLength(value: string | readonly unknown[], length: number, item: Shape | undefined): unknown {
    if (typeof value === 'string') {
      const more = value.length < length && item?.kind === 'text' ? String(kit.draw(item)) : '';
      const seed = more || value || 'a';
      return (value + seed.repeat(Math.ceil(length / seed.length))).slice(0, length);
    }
    const added = Array.from({ length: Math.max(0, length - value.length) }, (_, at) =>
      item?.kind === 'array' ? kit.draw(item.of) : value[at % Math.max(1, value.length)],
    );
    return [...value, ...added].slice(0, length);
  }

  function keep(shape: TupleShape, list: unknown[], relation: Relation): unknown[] {
    const { kind, as, at } = relation;
    const [model, value] = [list[as], list[at]];
    if (kind === 'not-less' || kind === 'greater') {
      if (relation.mostly && kit.random.chance(0.1)) return list;
      if (model instanceof Date && value instanceof Date && value < model) return list.with(as, value).with(at, model);
      if (typeof model !== 'number' || typeof value !== 'number') return list;
      if (value === model && kind === 'greater') return list.with(at, value + kit.random.int(1, 3));
      return value < model ? list.with(as, value).with(at, model) : list;
    }
    if (typeof model !== 'string' && !Array.isArray(model)) return list;
    const { length } = model;
    if (kind === 'within-length') {
      return typeof value === 'number' && value > length
        ? list.with(at, kit.random.int(Math.min(1, length), length))
        : list;
    }
    return typeof value === 'string' || Array.isArray(value)
      ? list.with(at, toLength(value, length, shape.items[at]))
      : list;
  }

  function related(shape: TupleShape, list: unknown[]): unknown[] {
    return shape.relations.reduce((kept, relation) => keep(shape, kept, relation), list);
  }

  function draw(shape: TupleShape): unknown[] {
    const { items, needed, rest } = shape;
    const unshown = items.findIndex((item, at) => at >= needed && !kit.shows(item, 1));
    const most = unshown === -1 ? items.length : unshown;
    const size = needed < most ? kit.random.int(needed, most) : most;
    const list = items.slice(0, size).map((item) => kit.draw(item));
    const more = rest !== undefined && size === items.length && kit.shows(rest, 1) ? kit.size(0, 5) : 0;
    if (rest !== undefined) for (let at = 0; at < more; at++) list.push(kit.draw(rest));
    return related(shape, list);
  }

  function vary(shape: TupleShape, value: unknown): unknown[] {
    if (!Array.isArray(value) || value.length === 0) return draw(shape);
    const list = value as unknown[];
    for (const item of list) if (typeof item === 'string' && item !== '') kit.recent.push(item);
    const at = kit.random.int(0, list.length - 1);
    const item = shape.items[at] ?? shape.rest;
    if (item === undefined) return list;
    // Few changes of one value stay close to it: a list would never get long.
    const changed = kit.random.chance(0.2) ? kit.draw(item) : kit.vary(item, list[at]);
    return related(shape, list.with(at, changed));
  }

  return { draw, vary };
}
