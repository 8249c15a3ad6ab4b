import type { Example } from '../examples/calls.ts';
import type { Relation, Shape, TupleShape } from '../shape.ts';
import { relationsIn } from './relations.ts';
import { type Hints, shapeLike } from './values.ts';

/** The shape of argument lists: a shape for each place, and what holds between the places. */
export function listLike(examples: readonly Example[], hints: Pick<Hints, 'numbers' | 'vocabularies'>): TupleShape {
  const lists = examples.map(({ values }) => values);
  const lengths = lists.map(({ length }) => length);
  const most = Math.max(0, ...lengths);
  const items = Array.from({ length: most }, (_, at) => {
    const having = examples.filter(({ values }) => values.length > at);
    const pointed = having.some((example) => example.pointed[at]);
    return shapeLike(
      having.map(({ values }) => values[at]),
      { ...hints, pointed, within: false },
    );
  });
  const relations = relationsOf(examples, items);
  const needed = Math.min(most, ...lengths);
  return { kind: 'tuple', items, needed, relations };
}

/** What holds between the places that all argument lists have. */
export function relationsOf(examples: readonly Example[], items: readonly Shape[]): readonly Relation[] {
  const shared = Math.min(items.length, ...examples.map(({ values }) => values.length));
  const found = relationsIn(examples.map(({ values }) => values.slice(0, shared)));
  return found.filter(({ kind, at }) => kind !== 'same-length' || !isFormatted(items[at]));
}

/** A text of a format has the length that its format gives it. */
function isFormatted(shape: Shape | undefined): boolean {
  return shape?.kind === 'text' && (shape.formatted || shape.samples.some((sample) => sample.includes(' ')));
}
