import type { MapShape, ObjectShape, RecordShape, SetShape } from '../shape.ts';
import type { Kit, Maker } from './kit.ts';

export function objectMaker(kit: Kit): Maker<ObjectShape> {
  function related({ fields, relations }: ObjectShape, given: Record<string, unknown>): Record<string, unknown> {
    const value = { ...given };
    for (const relation of relations) {
      const { kind, as, at } = relation;
      if ('mostly' in relation && kit.random.chance(0.1)) continue;
      const [low, high] = [fields[as]?.name ?? '', fields[at]?.name ?? ''];
      const [first, second] = [value[low], value[high]];
      if (first instanceof Date && second instanceof Date && first > second)
        [value[low], value[high]] = [second, first];
      if (typeof first !== 'number' || typeof second !== 'number') continue;
      value[low] = Math.min(first, second);
      value[high] = kind === 'greater' && first === second ? second + kit.random.int(1, 3) : Math.max(first, second);
    }
    return value;
  }

  function draw(shape: ObjectShape): unknown {
    const wanted = shape.fields.filter(({ optional, of }) => !optional || (!kit.isDeep() && kit.shows(of, 0.6)));
    return related(shape, Object.fromEntries(wanted.map(({ name, of }) => [name, kit.draw(of)])));
  }
  function vary(shape: ObjectShape, value: unknown): unknown {
    if (typeof value !== 'object' || value === null || shape.fields.length === 0) return draw(shape);
    const shown = shape.fields.filter(({ of }) => kit.shows(of, 1));
    if (shown.length === 0) return value;
    const { name, of, optional } = kit.random.pick(shown);
    const { [name]: old, ...others } = value as Record<string, unknown>;
    if (optional && old !== undefined && kit.random.chance(0.3)) return others;
    return related(shape, { ...value, [name]: old === undefined ? kit.draw(of) : kit.vary(of, old) });
  }
  return { draw, vary };
}

export function recordMaker(kit: Kit): Maker<RecordShape> {
  /** Not every object has a text. */
  const named = (value: unknown): string =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'key';
  const key = (shape: RecordShape): string => named(kit.draw(shape.key));
  function draw(shape: RecordShape): unknown {
    const size = kit.size(shape.min, shape.max);
    return Object.fromEntries(Array.from({ length: size }, () => [key(shape), kit.draw(shape.of)]));
  }
  function vary(shape: RecordShape, value: unknown): unknown {
    const entries = Object.entries(value as object);
    if (entries.length === 0) return draw(shape);
    const at = kit.random.int(0, entries.length - 1);
    const [name, old] = entries[at] as [string, unknown];
    const way = kit.random.next();
    if (way < 0.25) return Object.fromEntries([...entries, [key(shape), kit.draw(shape.of)]]);
    if (way < 0.5 && entries.length > Math.max(1, shape.min)) return Object.fromEntries(entries.toSpliced(at, 1));
    if (way < 0.75) return Object.fromEntries(entries.with(at, [named(kit.vary(shape.key, name)), old]));
    return Object.fromEntries(entries.with(at, [name, kit.vary(shape.of, old)]));
  }
  return { draw, vary };
}

export function mapMaker(kit: Kit): Maker<MapShape> {
  const entry = (shape: MapShape): [unknown, unknown] => [kit.draw(shape.key), kit.draw(shape.of)];
  function draw(shape: MapShape): unknown {
    return new Map(Array.from({ length: kit.size(shape.min, shape.max) }, () => entry(shape)));
  }
  function vary(shape: MapShape, value: unknown): unknown {
    const entries = [...(value as Map<unknown, unknown>)];
    if (entries.length === 0) return draw(shape);
    const at = kit.random.int(0, entries.length - 1);
    const [name, old] = entries[at] as [unknown, unknown];
    const way = kit.random.next();
    if (way < 0.3) return new Map([...entries, entry(shape)]);
    if (way < 0.5 && entries.length > Math.max(1, shape.min)) return new Map(entries.toSpliced(at, 1));
    return new Map(entries.with(at, [name, kit.vary(shape.of, old)]));
  }
  return { draw, vary };
}

export function setMaker(kit: Kit): Maker<SetShape> {
  function draw(shape: SetShape): unknown {
    return new Set(Array.from({ length: kit.size(shape.min, shape.max) }, () => kit.draw(shape.of)));
  }
  function vary(shape: SetShape, value: unknown): unknown {
    const items = [...(value as Set<unknown>)];
    const at = kit.random.int(0, Math.max(0, items.length - 1));
    if (items.length > Math.max(1, shape.min) && kit.random.chance(0.4)) return new Set(items.toSpliced(at, 1));
    return new Set([...items, kit.draw(shape.of)]);
  }
  return { draw, vary };
}
