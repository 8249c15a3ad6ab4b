import type * as t from '@babel/types';
import { numbersLike } from '../infer/numbers.ts';
import { textsLike } from '../infer/texts.ts';
import { shapeLike } from '../infer/values.ts';
import type { Shape, TextShape } from '../shape.ts';
import { bigints, restWithin, templates } from './built-in.ts';
import { withinContract } from './contract.ts';
import { fieldsOf } from './fields.ts';
import { indexedAccess, indexedBy, keysOf, mappedType } from './indexed.ts';
import { mayBe } from './matches.ts';
import { numberNamed, statedNumber } from './named-numbers.ts';
import { anyObject, anyText, anything, constants, edgeDates, functionsGiving } from './plain-shapes.ts';
import { shapeOfReference } from './references.ts';
import { type Scope, Unreadable } from './scope.ts';
import { arrayOf, objectWith, unshown } from './structures.ts';

/** The shape of a type's values, narrowed to what the samples show. Throws `Unreadable`. */
export function shapeOfType(type: t.Node, samples: readonly unknown[], scope: Scope): Shape {
  switch (type.type) {
    case 'TSNumberKeyword':
      return numbers(samples, scope);
    case 'TSStringKeyword':
      return texts(samples, scope);
    case 'TSTemplateLiteralType':
      return templates(type, scope);
    case 'TSBooleanKeyword':
      return constants('true', 'false');
    case 'TSBigIntKeyword':
      return bigints(samples, scope);
    case 'TSNullKeyword':
      return constants('null');
    case 'TSUndefinedKeyword':
    case 'TSVoidKeyword':
      return constants('undefined');
    case 'TSUnknownKeyword':
    case 'TSAnyKeyword':
      return samples.length > 0 ? shapeLike(samples, scope.hints) : anything;
    case 'TSObjectKeyword':
      return samples.length > 0 ? shapeLike(samples, scope.hints) : anyObject;
    case 'TSLiteralType':
      return literal(type.literal);
    case 'TSParenthesizedType':
      return shapeOfType(type.typeAnnotation, samples, scope);
    case 'TSTypeOperator':
      return operator(type, samples, scope);
    case 'TSArrayType':
      return arrayOf(type.elementType, samples, scope);
    case 'TSTupleType':
      return tuple(type, samples, scope);
    case 'TSUnionType':
      return union(type.types, samples, scope);
    case 'TSTypeLiteral':
      return indexedBy(type.members, { samples, scope }) ?? objectWith(fieldsOf(type, samples, scope), samples);
    case 'TSIntersectionType':
      return branded(type, samples, scope) ?? objectWith(fieldsOf(type, samples, scope), samples);
    case 'TSMappedType':
      return mappedType(type, { samples, scope });
    case 'TSIndexedAccessType':
      return indexedAccess(type, { samples, scope });
    case 'TSFunctionType':
      return functionGiving(type);
    case 'TSTypeReference':
      return shapeOfReference(type, samples, scope);
    default:
      throw new Unreadable(type.type);
  }
}

function numbers(samples: readonly unknown[], { hints, name, notes, contract }: Scope): Shape {
  const values = samples.filter((sample) => typeof sample === 'number' && Number.isFinite(sample)) as number[];
  const note = name === undefined ? undefined : notes.get(name);
  const stated = name === undefined ? undefined : contract.rangeOf(name);
  const shape =
    values.length === 0
      ? numberNamed(name, note, hints.within)
      : statedNumber(numbersLike(values, { ...hints, dictionary: hints.numbers }), values, note);
  return withinContract(shape, values, stated);
}

function texts(samples: readonly unknown[], { hints, contract, name = '' }: Scope): Shape {
  const values = samples.filter((sample) => typeof sample === 'string');
  if (values.some((value) => value !== '')) {
    const shape = textsLike(values, hints.vocabularies);
    // What a function gets alone links it to nothing.
    const own = { ...shape, repeats: shape.repeats === true && hints.within };
    return contract.isAboutCodePoints && !shape.closed ? withTwoUnits(own) : own;
  }
  const isDay = samples.length === 0 && /^dates?$|Dates?$/.test(name);
  return isDay
    ? textsLike(
        edgeDates.map((date) => date.slice(0, 10)),
        [],
      )
    : anyText;
}

/** Often enough to be drawn among the few characters of an input. */
const twoUnits = [...'😀🚀𝒜😀🚀𝒜😀🚀𝒜'];

function withTwoUnits(shape: TextShape): TextShape {
  const samples = shape.samples.flatMap((sample, at) => {
    const places = [...sample];
    return [sample, places.toSpliced(Math.ceil(places.length / 2), 0, twoUnits[at % 3] ?? '').join('')];
  });
  return { ...shape, samples, alphabet: [...shape.alphabet, ...twoUnits], formatted: false };
}

const primitives: ReadonlySet<string> = new Set(['number', 'text', 'constant', 'mapped']);

/** `string & { readonly __brand: 'Id' }` has a string's values; nothing for an intersection of objects. */
function branded({ types }: t.TSIntersectionType, samples: readonly unknown[], scope: Scope): Shape | undefined {
  return types
    .filter(({ type }) => type !== 'TSTypeLiteral')
    .map((type) => scope.read(type, samples, scope))
    .find((shape) => isPrimitive(shape));
}

function isPrimitive(shape: Shape): boolean {
  return shape.kind === 'oneOf' ? shape.of.every(isPrimitive) : primitives.has(shape.kind);
}

function literal(node: t.TSLiteralType['literal']): Shape {
  if (node.type === 'UnaryExpression' && node.argument.type === 'NumericLiteral')
    return constants(String(-node.argument.value));
  if (node.type === 'BigIntLiteral') return constants(`${String(node.value)}n`);
  if ('value' in node) return constants(JSON.stringify(node.value));
  throw new Unreadable(node.type);
}

function operator(type: t.TSTypeOperator, samples: readonly unknown[], scope: Scope): Shape {
  if (type.operator === 'readonly') return shapeOfType(type.typeAnnotation, samples, scope);
  if (type.operator !== 'keyof') throw new Unreadable(type.operator);
  return keysOf(type.typeAnnotation, scope);
}

function tuple({ elementTypes }: t.TSTupleType, samples: readonly unknown[], scope: Scope): Shape {
  const lists = samples.filter((sample) => Array.isArray(sample));
  const inner = { ...scope, hints: { ...scope.hints, within: true } };
  const plain = elementTypes.map(withoutName);
  const fixed = plain.filter((element) => element.type !== 'TSRestType');
  const items = fixed.map((element, at) =>
    shapeOfType(
      element.type === 'TSOptionalType' ? element.typeAnnotation : element,
      lists.map((list) => list[at] as unknown),
      inner,
    ),
  );
  const optional = elementTypes.filter(
    (element) => element.type === 'TSOptionalType' || (element.type === 'TSNamedTupleMember' && element.optional),
  );
  const rest = plain.find((element) => element.type === 'TSRestType');
  if (rest !== undefined && plain.at(-1) !== rest) return restWithin(plain, inner);
  const shape = { kind: 'tuple', items, needed: items.length - optional.length, relations: [] } as const;
  if (rest?.type !== 'TSRestType') return shape;
  const more = shapeOfType(
    rest.typeAnnotation,
    lists.map((list) => list.slice(items.length) as unknown),
    inner,
  );
  if (more.kind !== 'array') throw new Unreadable('rest');
  return { ...shape, rest: more.of };
}

/** Names of a tuple's elements say nothing: `[at: number, ...rest: T[]]`. */
function withoutName(element: t.Node): t.Node {
  if (element.type === 'TSNamedTupleMember') return element.elementType;
  if (element.type !== 'TSRestType') return element;
  const { typeAnnotation } = element;
  return typeAnnotation.type === 'TSNamedTupleMember'
    ? { ...element, typeAnnotation: typeAnnotation.elementType }
    : element;
}

function union(types: readonly t.Node[], samples: readonly unknown[], scope: Scope): Shape {
  const arms = types.map((type) => {
    const given = samples.filter((sample) => mayBe(sample, type, scope.types));
    return { given, shape: shapeOfType(type, given, scope) };
  });
  const fixed = arms.flatMap(({ shape, given }) =>
    shape.kind === 'constant' ? [{ sources: shape.sources, given }] : [],
  );
  const others = arms.filter(({ shape }) => shape.kind !== 'constant');
  const chosen = constants(...new Set(fixed.flatMap(({ sources }) => sources)));
  if (others.length === 0) return chosen;
  const choices =
    fixed.length === 0 ? others : [...others, { shape: chosen, given: fixed.flatMap(({ given }) => given) }];
  const [only] = choices;
  if (choices.length === 1 && only) return only.shape;
  return { kind: 'oneOf', of: choices.map(({ shape, given }) => unshown(shape, { given, of: samples })) };
}

function functionGiving({ returnType }: t.TSFunctionType): Shape {
  const type = returnType?.type === 'TSTypeAnnotation' ? returnType.typeAnnotation : undefined;
  const isPromise =
    type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'Promise';
  const given = isPromise ? type.typeArguments?.params[0] : type;
  const kinds: { readonly [type: string]: string } = {
    TSNumberKeyword: 'number',
    TSBooleanKeyword: 'boolean',
    TSTypePredicate: 'boolean',
    TSStringKeyword: 'string',
    TSVoidKeyword: 'nothing',
    TSUndefinedKeyword: 'nothing',
  };
  const shape = functionsGiving[kinds[given?.type ?? ''] ?? 'other'];
  if (shape === undefined) throw new Unreadable('function');
  return isPromise ? constants(...shape.sources.map((source) => `async ${source}`)) : shape;
}
