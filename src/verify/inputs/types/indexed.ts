import type * as t from '@babel/types';
import type { Shape } from '../shape.ts';
import { bare } from '../syntax.ts';
import { fieldsOf } from './fields.ts';
import { constants, wholeKey } from './plain-shapes.ts';
import { type Scope, Unreadable } from './scope.ts';
import { objectWith } from './structures.ts';

interface Given {
  readonly samples: readonly unknown[];
  readonly scope: Scope;
}

/** `Record<K, V>`: keys of which there are some few are all there. Throws `Unreadable`. */
export function recordOf(key: t.Node, of: t.Node, { samples, scope }: Given, parameter = ''): Shape {
  const inner = { ...scope, hints: { ...scope.hints, within: true } };
  const entries = samples.flatMap((sample) => (isObject(sample) ? Object.entries(sample) : []));
  const names = entries.map(([name]) => name);
  const keys = key.type === 'TSNumberKeyword' ? wholeKey : scope.read(key, names, inner);
  if (keys.kind === 'constant') {
    const fields = keys.sources.map((source) => {
      const name = String(JSON.parse(source));
      const own = entries.flatMap(([one, value]) => (one === name ? [value] : []));
      return {
        name,
        of: scope.read(of, own, { ...inner, name, bound: boundTo(source, parameter, scope) }),
        optional: false,
      };
    });
    return objectWith(fields, samples);
  }
  const values = entries.map(([, value]) => value as unknown);
  return { kind: 'record', key: keys, of: scope.read(of, values, inner), min: 0, max: 8 };
}

/** In each field of a mapped type, its parameter stands for the field's own key. */
function boundTo(source: string, parameter: string, { bound }: Scope): Scope['bound'] {
  if (parameter === '') return bound;
  const value: unknown = JSON.parse(source);
  const literal = { type: typeof value === 'string' ? 'StringLiteral' : 'NumericLiteral', value };
  return new Map(bound).set(parameter, { type: 'TSLiteralType', literal } as t.Node);
}

/** `{ [key: string]: V }`; nothing where there are other members. */
export function indexedBy(members: readonly t.Node[], given: Given): Shape | undefined {
  const [member] = members;
  if (member?.type !== 'TSIndexSignature' || members.length !== 1) return undefined;
  const [key] = member.parameters;
  const type = key?.type === 'Identifier' ? key.typeAnnotation : undefined;
  const value = member.typeAnnotation?.typeAnnotation;
  if (type?.type !== 'TSTypeAnnotation' || value === undefined) throw new Unreadable('index');
  return recordOf(type.typeAnnotation, value, given);
}

/** `{ [K in Keys]: V }`. */
export function mappedType(type: t.TSMappedType, { samples, scope }: Given): Shape {
  const { constraint, typeAnnotation, optional, nameType } = type;
  if (!typeAnnotation || nameType) throw new Unreadable('mapped type');
  const bound = new Map(scope.bound).set(type.key.name, constraint);
  const given = { samples, scope: { ...scope, bound } };
  return maybePartial(
    recordOf(constraint, typeAnnotation, given, type.key.name),
    optional === true || optional === '+',
  );
}

export function maybePartial(shape: Shape, isPartial: boolean): Shape {
  if (!isPartial || shape.kind !== 'object') return shape;
  return { ...shape, fields: shape.fields.map((field) => ({ ...field, optional: true })) };
}

/** `keyof T`, and `keyof typeof constant`. */
export function keysOf(type: t.Node, scope: Scope): Shape {
  const keys =
    type.type === 'TSTypeQuery' ? keysOfConstant(type, scope) : fieldsOf(type, [], scope).map(({ name }) => name);
  return constants(...keys.map((name) => JSON.stringify(name)));
}

function keysOfConstant(query: t.TSTypeQuery, scope: Scope): readonly string[] {
  const value = constantOf(query, scope);
  if (value.type === 'TSTypeAnnotation') return fieldsOf(value.typeAnnotation, [], scope).map(({ name }) => name);
  if (value.type !== 'ObjectExpression') throw new Unreadable(value.type);
  return value.properties.map((property) => nameOf(property));
}

/** `T['field']`, `(typeof list)[number]`, `(typeof table)[keyof typeof table]`. */
export function indexedAccess({ objectType, indexType }: t.TSIndexedAccessType, { samples, scope }: Given): Shape {
  const object = objectType.type === 'TSParenthesizedType' ? objectType.typeAnnotation : objectType;
  if (object.type === 'TSTypeQuery') return partsOfConstant(constantOf(object, scope), indexType, scope);
  if (indexType.type === 'TSNumberKeyword' && object.type === 'TSArrayType')
    return scope.read(object.elementType, samples, scope);
  const keys = scope.read(indexType, [], scope);
  if (keys.kind !== 'constant') throw new Unreadable('index');
  const wanted = fieldsOf(object, [], scope).filter(({ name }) => keys.sources.includes(JSON.stringify(name)));
  const [only] = wanted;
  if (only === undefined) throw new Unreadable('index');
  return wanted.length === 1 ? only.of : { kind: 'oneOf', of: wanted.map(({ of }) => of) };
}

function partsOfConstant(value: t.Node, index: t.Node, scope: Scope): Shape {
  if (value.type === 'ArrayExpression' && index.type === 'TSNumberKeyword')
    return constants(...value.elements.map((item) => literalSource(item)));
  const keys = scope.read(index, [], scope);
  if (value.type !== 'ObjectExpression' || keys.kind !== 'constant') throw new Unreadable(value.type);
  return constants(
    ...value.properties
      .filter((property) => keys.sources.includes(JSON.stringify(nameOf(property))))
      .map((property) => literalSource(property.type === 'ObjectProperty' ? property.value : null)),
  );
}

function constantOf({ exprName }: t.TSTypeQuery, { values }: Scope): t.Node {
  const value = exprName.type === 'Identifier' ? values.get(exprName.name) : undefined;
  if (value === undefined) throw new Unreadable('typeof');
  return bare(value);
}

function nameOf(property: t.Node): string {
  const key = property.type === 'ObjectProperty' && !property.computed ? property.key : undefined;
  if (key?.type === 'Identifier') return key.name;
  if (key?.type === 'StringLiteral' || key?.type === 'NumericLiteral') return String(key.value);
  throw new Unreadable('key');
}

function literalSource(node: t.Node | null): string {
  const inner = node === null ? undefined : bare(node);
  if (inner?.type === 'StringLiteral' || inner?.type === 'NumericLiteral' || inner?.type === 'BooleanLiteral')
    return JSON.stringify(inner.value);
  throw new Unreadable('constant');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
