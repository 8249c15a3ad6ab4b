import { Code } from '../examples/literal.ts';
import { sourceOf } from '../examples/write.ts';
import type { ObjectShape, Relation, Shape } from '../shape.ts';
import { arrayTraits, plainArray } from './arrays.ts';
import { numbersLike } from './numbers.ts';
import { relationsIn } from './relations.ts';
import { textsLike, type Vocabularies } from './texts.ts';

export interface Hints {
  readonly pointed: boolean;
  readonly within: boolean;
  readonly numbers: readonly number[];
  readonly vocabularies: Vocabularies;
}

/** The shape of which all the values could be. */
export function shapeLike(values: readonly unknown[], hints: Hints): Shape {
  const kinds = [...new Set(values.map(kindOf))].toSorted();
  const shapes = kinds.map((kind) =>
    shapeOfKind(
      kind,
      values.filter((value) => kindOf(value) === kind),
      hints,
    ),
  );
  const [only] = shapes;
  return only !== undefined && shapes.length === 1 ? only : { kind: 'oneOf', of: shapes };
}

type Kind = 'array' | 'constant' | 'map' | 'number' | 'object' | 'set' | 'string';

function kindOf(value: unknown): Kind {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isFinite(value) ? 'number' : 'constant';
  if (typeof value === 'string') return 'string';
  if (value instanceof Map) return 'map';
  if (value instanceof Set) return 'set';
  return typeof value === 'object' && value !== null && !(value instanceof Code) ? 'object' : 'constant';
}

function shapeOfKind(kind: Kind, values: readonly unknown[], hints: Hints): Shape {
  const inner = { ...hints, within: true };
  switch (kind) {
    case 'number':
      return numbersLike(values as number[], { ...hints, dictionary: hints.numbers });
    case 'string':
      return textsLike(values as string[], hints.vocabularies);
    case 'array':
      return arraysLike(values as unknown[][], inner);
    case 'object':
      return objectsLike(values as Record<string, unknown>[], inner);
    case 'map': {
      const entries = (values as Map<unknown, unknown>[]).flatMap((map) => [...map]);
      const [key, of] = [0, 1].map((at) =>
        elementsLike(
          entries.map((entry) => entry[at]),
          inner,
        ),
      );
      return { kind, key: key as Shape, of: of as Shape, min: 0, max: 8 };
    }
    case 'set':
      return {
        kind,
        of: elementsLike(
          (values as Set<unknown>[]).flatMap((set) => [...set]),
          inner,
        ),
        min: 0,
        max: 12,
      };
    case 'constant':
      return constantsLike(values);
  }
}

function elementsLike(values: readonly unknown[], hints: Hints): Shape {
  return values.length > 0
    ? shapeLike(values, hints)
    : { kind: 'number', min: 0, max: 20, far: 100, decimals: 0, known: [] };
}

function arraysLike(lists: readonly unknown[][], hints: Hints): Shape {
  const elements = lists.flat();
  // Of empty arrays alone nothing is known, so they stay empty.
  if (elements.length === 0) return { ...plainArray(elementsLike([], hints)), max: 0 };
  return { kind: 'array', of: shapeLike(elements, hints), ...arrayTraits(lists) };
}

function objectsLike(objects: readonly Record<string, unknown>[], hints: Hints): Shape {
  const names = [...new Set(objects.flatMap(Object.keys))];
  const valuesOf = (name: string): unknown[] => objects.filter((one) => name in one).map((one) => one[name]);
  const isRecord =
    objects.length >= 2 &&
    names.filter((name) => valuesOf(name).length * 2 <= objects.length).length * 2 > names.length;
  if (isRecord && new Set(names.flatMap(valuesOf).map(kindOf)).size === 1) {
    const of = shapeLike(names.flatMap(valuesOf), hints);
    return {
      kind: 'record',
      key: textsLike(names, hints.vocabularies),
      of,
      min: objects.some((one) => Object.keys(one).length === 0) ? 0 : 1,
      max: 8,
    };
  }
  const fields = names.map((name) => {
    const own = valuesOf(name);
    return { name, of: shapeLike(own, hints), optional: own.length < objects.length };
  });
  return { kind: 'object', fields, relations: fieldRelations(fields, objects) };
}

/** What holds between the numbers of objects' fields. */
export function fieldRelations(fields: ObjectShape['fields'], objects: readonly unknown[]): readonly Relation[] {
  const rows = objects.map((one) => fields.map(({ name }) => (one as Record<string, unknown> | null)?.[name]));
  return relationsIn(rows).filter(({ kind }) => kind === 'not-less' || kind === 'greater');
}

function constantsLike(values: readonly unknown[]): Shape {
  const sources = new Set(values.map(sourceOf));
  if (sources.has('true') || sources.has('false')) sources.add('true').add('false');
  return { kind: 'constant', sources: [...sources] };
}
