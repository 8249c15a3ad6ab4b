import type * as t from '@babel/types';
import type { ObjectShape } from '../shape.ts';
import { unshown } from './structures.ts';
import { type Scope, Unreadable } from './scope.ts';

type Fields = ObjectShape['fields'];

/** The fields of an object type. Throws `Unreadable` where it has others, or is none. */
export function fieldsOf(type: t.Node, samples: readonly unknown[], scope: Scope): Fields {
  switch (type.type) {
    case 'TSParenthesizedType':
      return fieldsOf(type.typeAnnotation, samples, scope);
    case 'TSTypeLiteral':
      return membersOf(type.members, samples, scope);
    case 'TSIntersectionType':
      return merged(type.types.map((one) => fieldsOf(one, samples, scope)));
    case 'TSTypeReference': {
      const name = type.typeName.type === 'Identifier' ? type.typeName.name : '';
      const declared = scope.types.get(name);
      if (declared?.type === 'TSTypeAliasDeclaration') return fieldsOf(declared.typeAnnotation, samples, scope);
      if (declared?.type === 'TSInterfaceDeclaration') return interfaceFields(declared, samples, scope);
      const bound = scope.bound.get(name);
      if (bound !== undefined) return fieldsOf(bound, samples, scope);
      return changedFields(name, type.typeArguments?.params ?? [], { samples, scope });
    }
    default:
      throw new Unreadable(type.type);
  }
}

/** An interface's own fields and those that it extends. */
export function interfaceFields(declared: t.TSInterfaceDeclaration, samples: readonly unknown[], scope: Scope): Fields {
  const parents = (declared.extends ?? []).map(({ expression }) => {
    const parent = expression.type === 'Identifier' ? scope.types.get(expression.name) : undefined;
    if (parent?.type !== 'TSInterfaceDeclaration') throw new Unreadable('extends');
    return interfaceFields(parent, samples, scope);
  });
  return merged([...parents, membersOf(declared.body.body, samples, scope)]);
}

function changedFields(
  name: string,
  [of, keys]: readonly t.Node[],
  { samples, scope }: { readonly samples: readonly unknown[]; readonly scope: Scope },
): Fields {
  if (of === undefined) throw new Unreadable(name);
  const fields = fieldsOf(of, samples, scope);
  if (name === 'Readonly') return fields;
  if (name === 'Partial') return fields.map((field) => ({ ...field, optional: true }));
  if (name === 'Required')
    return fields.map(({ name: own, of: shape }) => ({
      name: own,
      of: shape.kind === 'rare' ? shape.of : shape,
      optional: false,
    }));
  if (name !== 'Pick' && name !== 'Omit') throw new Unreadable(name);
  const shape = keys === undefined ? undefined : scope.read(keys, [], scope);
  if (shape?.kind !== 'constant') throw new Unreadable(name);
  return fields.filter((field) => shape.sources.includes(JSON.stringify(field.name)) === (name === 'Pick'));
}

function membersOf(members: readonly t.Node[], samples: readonly unknown[], scope: Scope): Fields {
  const inner = { ...scope, hints: { ...scope.hints, within: true } };
  return members.map((member) => {
    if (member.type !== 'TSPropertySignature' && member.type !== 'TSMethodSignature') throw new Unreadable(member.type);
    const { key } = member;
    if (member.computed || (key.type !== 'Identifier' && key.type !== 'StringLiteral')) throw new Unreadable('key');
    const name = key.type === 'Identifier' ? key.name : key.value;
    const type = member.type === 'TSPropertySignature' ? member.typeAnnotation?.typeAnnotation : undefined;
    if (type === undefined) throw new Unreadable('method');
    const own = samples.flatMap((sample) => (hasField(sample, name) ? [sample[name]] : []));
    const of = scope.read(type, own, { ...inner, name });
    const optional = member.optional === true;
    return { name, of: optional ? unshown(of, { given: own, of: samples }) : of, optional };
  });
}

function hasField(value: unknown, name: string): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && name in value;
}

/** Of fields with one name the last stands. */
function merged(lists: readonly Fields[]): Fields {
  return [...new Map(lists.flat().map((field) => [field.name, field])).values()];
}
