import type * as t from '@babel/types';
import { shapeLike } from '../infer/values.ts';
import type { Shape } from '../shape.ts';
import { asyncIterable, shapeOfBuiltIn } from './built-in.ts';
import type { TypeDeclaration } from './declarations.ts';
import { fieldsOf, interfaceFields } from './fields.ts';
import { indexedBy, maybePartial, recordOf } from './indexed.ts';
import { constants, smallNumber } from './plain-shapes.ts';
import { type Scope, Unreadable } from './scope.ts';
import { arrayOf, objectWith } from './structures.ts';

/** The shape of a type that is named: a type parameter, a declared type, one of the language. Throws `Unreadable`. */
export function shapeOfReference(type: t.TSTypeReference, samples: readonly unknown[], scope: Scope): Shape {
  if (type.typeName.type === 'TSQualifiedName') return enumMember(type.typeName, scope);
  if (type.typeName.type !== 'Identifier') throw new Unreadable('qualified name');
  const { name } = type.typeName;
  const parameters = type.typeArguments?.params ?? [];
  if (scope.bound.has(name)) return shapeOfParameter(name, samples, scope);
  const declared = scope.types.get(name);
  return declared === undefined
    ? shapeOfGlobal(name, parameters, { type, samples, scope })
    : shapeOfDeclared(declared, parameters, { samples, scope });
}

interface Given {
  readonly samples: readonly unknown[];
  readonly scope: Scope;
}

function shapeOfParameter(name: string, samples: readonly unknown[], scope: Scope): Shape {
  const stands = scope.bound.get(name);
  const others = new Map(scope.bound);
  others.delete(name);
  if (stands !== undefined) return scope.read(stands, samples, { ...scope, bound: others });
  return samples.length > 0 ? shapeLike(samples, scope.hints) : smallNumber;
}

function shapeOfDeclared(declared: TypeDeclaration, parameters: readonly t.Node[], { samples, scope }: Given): Shape {
  const { name } = declared.id;
  if (declared.type === 'TSEnumDeclaration') return constants(...enumValues(declared).values());
  const named: Shape = { kind: 'named', name };
  if (scope.within.includes(name)) {
    scope.named[name] ??= named;
    return named;
  }
  const bound = new Map(scope.bound);
  for (const [at, parameter] of (declared.typeParameters?.params ?? []).entries()) {
    const given = parameters[at] ?? parameter.default ?? parameter.constraint ?? undefined;
    bound.set(nameOf(parameter), given && resolved(given, scope));
  }
  const inner = { ...scope, bound, within: [...scope.within, name] };
  const shape: Shape =
    declared.type === 'TSInterfaceDeclaration'
      ? (indexedBy(declared.extends?.length ? [] : declared.body.body, { samples, scope: inner }) ??
        objectWith(interfaceFields(declared, samples, inner), samples))
      : scope.read(declared.typeAnnotation, samples, inner);
  if (scope.named[name] !== undefined) scope.named[name] = shape;
  return shape;
}

/** What is given for a parameter may itself be a parameter of the outer type. */
function resolved(given: t.Node, { bound }: Scope): t.Node | undefined {
  if (given.type !== 'TSTypeReference' || given.typeName.type !== 'Identifier') return given;
  const { name } = given.typeName;
  return bound.has(name) ? bound.get(name) : given;
}

function shapeOfGlobal(
  name: string,
  [first, second]: readonly t.Node[],
  { type, samples, scope }: Given & { readonly type: t.TSTypeReference },
): Shape {
  const inner = { ...scope, hints: { ...scope.hints, within: true } };
  const plain = shapeOfBuiltIn(name, samples, scope);
  if (plain !== undefined) return plain;
  if (first === undefined) throw new Unreadable(name);
  switch (name) {
    case 'Array':
    case 'ReadonlyArray':
    case 'Iterable':
      return arrayOf(first, samples, scope);
    case 'Set':
    case 'ReadonlySet': {
      const items = samples.flatMap((sample) => (sample instanceof Set ? [...(sample as Set<unknown>)] : []));
      return { kind: 'set', of: scope.read(first, items, inner), min: 0, max: 10 };
    }
    case 'Map':
    case 'ReadonlyMap': {
      if (second === undefined) throw new Unreadable(name);
      const entries = samples.flatMap((sample) => entriesOf(sample));
      const key = scope.read(
        first,
        entries.map(([one]) => one),
        inner,
      );
      const of = scope.read(
        second,
        entries.map(([, one]) => one),
        inner,
      );
      return { kind: 'map', key, of, min: 0, max: 8 };
    }
    case 'Record':
      if (second === undefined) throw new Unreadable(name);
      return recordOf(first, second, { samples, scope });
    case 'AsyncIterable':
      return asyncIterable(first, inner);
    case 'Readonly':
      return scope.read(first, samples, scope);
    case 'Partial':
    case 'Required':
      return partial(type, first, { samples, scope });
    case 'Exclude':
    case 'Extract':
      return chosenFrom(name, [first, second], scope);
    case 'NonNullable':
      return scope.read(
        first,
        samples.filter((sample) => sample !== null && sample !== undefined),
        scope,
      );
    default:
      return objectWith(fieldsOf(type, samples, scope), samples);
  }
}

/** A record is no object of known fields, though one of a few keys is. */
function partial(type: t.TSTypeReference, first: t.Node, { samples, scope }: Given): Shape {
  const isPartial = type.typeName.type === 'Identifier' && type.typeName.name === 'Partial';
  const shape = scope.read(first, samples, scope);
  if (isPartial || shape.kind !== 'object') return maybePartial(shape, isPartial);
  return objectWith(fieldsOf(type, samples, scope), samples);
}

function chosenFrom(name: 'Exclude' | 'Extract', types: readonly (t.Node | undefined)[], scope: Scope): Shape {
  const [from, by] = types.map((type) => (type === undefined ? undefined : scope.read(type, [], scope)));
  if (from?.kind !== 'constant' || by?.kind !== 'constant') throw new Unreadable(name);
  return constants(...from.sources.filter((source) => by.sources.includes(source) === (name === 'Extract')));
}

function entriesOf(sample: unknown): readonly (readonly [unknown, unknown])[] {
  return sample instanceof Map ? [...(sample as Map<unknown, unknown>)] : [];
}

/** `Color.Red` */
function enumMember({ left, right }: t.TSQualifiedName, { types }: Scope): Shape {
  const declared = left.type === 'Identifier' ? types.get(left.name) : undefined;
  const value = declared?.type === 'TSEnumDeclaration' ? enumValues(declared).get(right.name) : undefined;
  if (value === undefined) throw new Unreadable('qualified name');
  return constants(value);
}

/** Sources of the members' values by their names; one without a value is one more than the last. */
function enumValues(declared: t.TSEnumDeclaration): ReadonlyMap<string, string> {
  let next = 0;
  return new Map(
    declared.body.members.map(({ id, initializer }) => {
      const name = id.type === 'Identifier' ? id.name : id.value;
      if (initializer?.type === 'StringLiteral') return [name, JSON.stringify(initializer.value)];
      if (initializer && initializer.type !== 'NumericLiteral') throw new Unreadable('enum');
      const value = initializer?.value ?? next;
      next = value + 1;
      return [name, String(value)];
    }),
  );
}

function nameOf({ name }: t.TSTypeParameter): string {
  return typeof name === 'string' ? name : name.name;
}
