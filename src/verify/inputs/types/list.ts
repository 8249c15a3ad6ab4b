import type * as t from '@babel/types';
import type { Example } from '../examples/calls.ts';
import { relationsOf } from '../infer/lists.ts';
import type { Hints } from '../infer/values.ts';
import type { Shape, TupleShape } from '../shape.ts';
import { read } from '../syntax.ts';
import type { Contract } from './contract.ts';
import { declarationsIn, type EntryDeclaration } from './declarations.ts';
import { pairsIn } from './pairs.ts';
import { type Scope, Unreadable } from './scope.ts';
import { shapeOfType } from './shape-of-type.ts';
import { unshown } from './structures.ts';

export interface TypedList {
  readonly list: TupleShape;
  readonly named: { readonly [name: string]: Shape };
}

export interface TypedListOptions {
  readonly entryPoint: string;
  readonly examples: readonly Example[];
  readonly hints: Pick<Hints, 'numbers' | 'vocabularies'>;
  readonly contract: Contract;
}

/** The shape of the argument lists that a text's types allow; nothing where they do not say, or cannot be read. */
export function typedList(
  text: string,
  { entryPoint, examples, hints, contract }: TypedListOptions,
): TypedList | undefined {
  const source = read(text);
  if (source === undefined) return undefined;
  const { types, entry, values, notes } = declarationsIn(source, entryPoint);
  if (entry === undefined || entry.params.length === 0) return undefined;
  const bound = new Map(
    entry.typeParameters.map(
      ({ name, constraint }) => [typeof name === 'string' ? name : name.name, constraint ?? undefined] as const,
    ),
  );
  const named = {};
  try {
    const scope: Scope = {
      read: shapeOfType,
      types,
      values,
      notes,
      contract,
      bound,
      named,
      within: [],
      hints: { ...hints, pointed: false, within: false },
    };
    return { list: listOf(entry, examples, scope), named };
  } catch (error) {
    if (error instanceof Unreadable || error instanceof RangeError) return undefined;
    throw error;
  }
}

function listOf({ params }: EntryDeclaration, examples: readonly Example[], scope: Scope): TupleShape {
  const plain = params.filter(({ type }) => type !== 'RestElement');
  const rest = params.find(({ type }) => type === 'RestElement');
  const items = plain.map((param, at) => {
    const having = examples.filter(({ values }) => values.length > at);
    const pointed = having.some((example) => example.pointed[at]);
    const shape = shapeOfType(
      typeOf(param),
      having.map(({ values }) => values[at]),
      { ...scope, name: nameOf(param), hints: { ...scope.hints, pointed } },
    );
    return unshown(shape, { given: having, of: examples });
  });
  const shown = relationsOf(examples, items);
  const named = pairsIn(
    plain.map(nameOf),
    examples.map(({ values }) => values),
  );
  const relations = [...shown, ...named.filter((one) => !shown.some(({ as, at }) => as === one.as && at === one.at))];
  const list = { kind: 'tuple', items, needed: plain.filter((param) => !isOptional(param)).length, relations } as const;
  if (rest === undefined) return list;
  const more = examples.map(({ values }) => values.slice(items.length));
  const shape = shapeOfType(typeOf(rest), more, { ...scope, name: nameOf(rest) });
  if (shape.kind !== 'array') throw new Unreadable('rest');
  return { ...list, rest: unshown(shape.of, { given: more.flat(), of: examples }) };
}

function nameOf(param: t.Node): string {
  if (param.type === 'AssignmentPattern') return nameOf(param.left);
  if (param.type === 'RestElement') return nameOf(param.argument);
  return param.type === 'Identifier' ? param.name : '';
}

function typeOf(param: t.Node): t.Node {
  if (param.type === 'AssignmentPattern') return typeOf(param.left);
  const annotation = 'typeAnnotation' in param ? param.typeAnnotation : undefined;
  if (annotation?.type !== 'TSTypeAnnotation') throw new Unreadable('untyped');
  return annotation.typeAnnotation;
}

function isOptional(param: t.Node): boolean {
  return param.type === 'AssignmentPattern' || (param.type === 'Identifier' && param.optional === true);
}
