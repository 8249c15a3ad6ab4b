import type * as t from '@babel/types';
import type { ClassForm, Parameter } from './class-declaration.ts';
import { type Pools, type Sample, sourcesOf } from './class-pools.ts';
import { type FieldSpec, type ListSpec, Unknown, type ValueSpec } from './class-values.ts';

export interface TypeScope extends Pick<ClassForm, 'types' | 'bound'> {
  readonly pools: Pools;
  /** What the value is called: the parameter's or the field's name. */
  readonly name: string;
  readonly depth: number;
}

const mostDepth = 6;
const timeName = /^(?:now|at|time|timestamp|instant|when)(?:Ms|Millis|Seconds)?$/i;

/** The spec of an argument list. Throws `Unknown`. */
export function listSpec(
  params: readonly Parameter[],
  lists: readonly (readonly Sample[])[],
  scope: Omit<TypeScope, 'name' | 'depth'>,
): ListSpec {
  const plain = params.filter(({ rest }) => !rest);
  const items = plain.map(({ name, type }, at) =>
    specOf(
      type,
      lists.flatMap((list) => list[at] ?? []),
      { ...scope, name, depth: 0 },
    ),
  );
  const needed = plain.filter(({ optional }) => !optional).length;
  const rest = params.find((param) => param.rest);
  if (rest === undefined) return { items, needed };
  if (rest.type?.type !== 'TSArrayType') throw new Unknown('rest');
  const more = lists.flatMap((list) => list.slice(items.length));
  return { items, needed, rest: specOf(rest.type.elementType, more, { ...scope, name: rest.name, depth: 0 }) };
}

function specOf(type: t.Node | undefined, samples: readonly Sample[], scope: TypeScope): ValueSpec {
  if (scope.depth > mostDepth) throw new Unknown('too deep');
  const inner = { ...scope, depth: scope.depth + 1 };
  switch (type?.type) {
    case 'TSNumberKeyword':
      return timeName.test(scope.name) ? { kind: 'time' } : scope.pools.of('number', scope.name, samples);
    case 'TSStringKeyword':
    case 'TSTemplateLiteralType':
      return scope.pools.of('string', scope.name, samples);
    case 'TSBooleanKeyword':
      return scope.pools.constants(['true', 'false']);
    case 'TSNullKeyword':
      return scope.pools.constants(['null']);
    case 'TSUndefinedKeyword':
      return scope.pools.constants(['undefined']);
    case 'TSLiteralType':
      return literal(type.literal, scope);
    case 'TSParenthesizedType':
      return specOf(type.typeAnnotation, samples, inner);
    case 'TSTypeOperator':
      if (type.operator !== 'readonly') return byTheSamples(samples, scope);
      return specOf(type.typeAnnotation, samples, inner);
    case 'TSArrayType':
      return { kind: 'array', of: specOf(type.elementType, elementsOf(samples), inner) };
    case 'TSTupleType':
      return { kind: 'tuple', items: type.elementTypes.map((one, at) => itemSpec(one, at, { samples, scope: inner })) };
    case 'TSUnionType':
      return { kind: 'oneOf', of: type.types.map((one) => specOf(one, samples, inner)) };
    case 'TSTypeLiteral':
      return { kind: 'object', fields: fieldSpecs(type.members, samples, inner) };
    case 'TSFunctionType':
      return functions(type, scope);
    case 'TSTypeReference':
      return reference(type, samples, inner);
    default:
      return byTheSamples(samples, scope);
  }
}

function byTheSamples(samples: readonly Sample[], { pools, name }: TypeScope): ValueSpec {
  if (samples.length === 0) throw new Unknown(name);
  return pools.constants(sourcesOf(samples));
}

function literal(node: t.TSLiteralType['literal'], { pools }: TypeScope): ValueSpec {
  if ('value' in node && node.type !== 'BigIntLiteral') return pools.constants([JSON.stringify(node.value)]);
  if (node.type === 'UnaryExpression' && node.argument.type === 'NumericLiteral')
    return pools.constants([String(-node.argument.value)]);
  throw new Unknown(node.type);
}

interface Given {
  readonly samples: readonly Sample[];
  readonly scope: TypeScope;
}

function itemSpec(type: t.Node, at: number, { samples, scope }: Given): ValueSpec {
  const own = samples.flatMap(({ value, refused }) =>
    Array.isArray(value) ? [{ value: value[at] as unknown, refused }] : [],
  );
  return specOf(type.type === 'TSNamedTupleMember' ? type.elementType : type, own, scope);
}

function elementsOf(samples: readonly Sample[]): readonly Sample[] {
  return samples.flatMap(({ value, refused }) =>
    Array.isArray(value) || value instanceof Set
      ? [...(value as Iterable<unknown>)].map((one) => ({ value: one, refused }))
      : [],
  );
}

function fieldSpecs(members: readonly t.Node[], samples: readonly Sample[], scope: TypeScope): readonly FieldSpec[] {
  return members.map((member) => {
    if (member.type === 'TSMethodSignature' && member.key.type === 'Identifier' && member.optional === true)
      return { name: member.key.name, of: scope.pools.constants(['undefined']), optional: true };
    if (member.type !== 'TSPropertySignature' || member.key.type !== 'Identifier') throw new Unknown(member.type);
    const { name } = member.key;
    const own = samples.flatMap(({ value, refused }) =>
      typeof value === 'object' && value !== null && name in value
        ? [{ value: (value as Record<string, unknown>)[name], refused }]
        : [],
    );
    const type = member.typeAnnotation?.type === 'TSTypeAnnotation' ? member.typeAnnotation.typeAnnotation : undefined;
    return { name, of: specOf(type, own, { ...scope, name }), optional: member.optional === true };
  });
}

/** Pure ones; what they are called with is recorded where they are. */
function functions({ returnType }: t.TSFunctionType, { pools }: TypeScope): ValueSpec {
  const type = returnType?.type === 'TSTypeAnnotation' ? returnType.typeAnnotation.type : undefined;
  switch (type) {
    case 'TSVoidKeyword':
    case 'TSUndefinedKeyword':
    case 'TSUnknownKeyword':
      return pools.constants(['() => {}', '() => undefined', '() => void 0']);
    case 'TSNumberKeyword':
      return pools.constants(['(x) => (typeof x === "number" ? x : String(x).length)', '() => 1']);
    case 'TSBooleanKeyword':
    case 'TSTypePredicate':
      return pools.constants(['() => true', '() => false', '(x) => String(x).length % 2 === 0']);
    case 'TSStringKeyword':
      return pools.constants(['(x) => String(x)', '(x) => `<${String(x)}>`']);
    case 'TSTypeReference':
      return pools.constants(['(x) => x']);
    default:
      throw new Unknown('function');
  }
}

function reference(type: t.TSTypeReference, samples: readonly Sample[], scope: TypeScope): ValueSpec {
  const name = type.typeName.type === 'Identifier' ? type.typeName.name : '';
  const [first, second] = type.typeArguments?.params ?? [];
  const declared = scope.types.get(name);
  if (scope.bound.has(name)) {
    const constraint = scope.bound.get(name);
    if (constraint) return specOf(constraint, samples, scope);
    return samples.length > 0 ? byTheSamples(samples, scope) : scope.pools.of('string', scope.name, samples);
  }
  if (declared?.type === 'TSTypeAliasDeclaration') return specOf(declared.typeAnnotation, samples, scope);
  if (declared?.type === 'TSInterfaceDeclaration' && (declared.extends ?? []).length === 0)
    return { kind: 'object', fields: fieldSpecs(declared.body.body, samples, scope) };
  switch (name) {
    case 'Array':
    case 'ReadonlyArray':
    case 'Iterable':
      return { kind: 'array', of: specOf(first, elementsOf(samples), scope) };
    case 'Set':
    case 'ReadonlySet':
      return { kind: 'set', of: specOf(first, elementsOf(samples), scope) };
    case 'Readonly':
      return specOf(first, samples, scope);
    case 'Record':
      return {
        kind: 'record',
        key: specOf(first, keysOf(samples), { ...scope, name: 'key' }),
        of: specOf(second, fieldValues(samples), scope),
      };
    case 'Map':
    case 'ReadonlyMap':
      return { kind: 'map', key: specOf(first, [], { ...scope, name: 'key' }), of: specOf(second, [], scope) };
    default:
      return byTheSamples(samples, scope);
  }
}

function entriesOf({ value }: Sample): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function keysOf(samples: readonly Sample[]): readonly Sample[] {
  return samples.flatMap((sample) => entriesOf(sample).map(([value]) => ({ value, refused: sample.refused })));
}

function fieldValues(samples: readonly Sample[]): readonly Sample[] {
  return samples.flatMap((sample) => entriesOf(sample).map(([, value]) => ({ value, refused: sample.refused })));
}
