import type * as t from '@babel/types';
import { arrayTraits, plainArray } from '../infer/arrays.ts';
import { fieldRelations } from '../infer/values.ts';
import type { ObjectShape, Shape } from '../shape.ts';
import { pairsIn } from './pairs.ts';
import type { Scope } from './scope.ts';

/** An object with the fields, in which holds what holds in the samples. */
export function objectWith(fields: ObjectShape['fields'], samples: readonly unknown[]): ObjectShape {
  const rows = samples.map((sample) => fields.map(({ name }) => (sample as Record<string, unknown> | null)?.[name]));
  const shown = fieldRelations(fields, samples);
  const named = pairsIn(
    fields.map(({ name }) => name),
    rows,
  );
  const relations = [...shown, ...named.filter((one) => !shown.some(({ as, at }) => as === one.as && at === one.at))];
  return { kind: 'object', fields, relations };
}

/** A part that no example has, though there are examples, is rare. */
export function unshown(
  shape: Shape,
  { given, of }: { readonly given: readonly unknown[]; readonly of: readonly unknown[] },
): Shape {
  return given.length === 0 && of.length > 0 ? { kind: 'rare', of: shape } : shape;
}

/** An array like the samples that are arrays. */
export function arrayOf(of: t.Node, samples: readonly unknown[], scope: Scope): Shape {
  const lists = samples.filter((sample) => Array.isArray(sample));
  const inner = { ...scope, hints: { ...scope.hints, within: true } };
  const shape = scope.read(of, lists.flat(), inner);
  const { keys } = scope.contract;
  const array =
    lists.flat().length > 0 ? ({ kind: 'array', of: shape, ...arrayTraits(lists) } as const) : plainArray(shape);
  return keys.length > 0 ? { ...array, keys } : array;
}
