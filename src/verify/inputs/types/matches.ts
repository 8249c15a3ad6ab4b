import type * as t from '@babel/types';
import { Code } from '../examples/literal.ts';
import type { TypeDeclaration } from './declarations.ts';

/** Whether a value may well be of a type; it looks at kinds of values and at literal fields only. */
export function mayBe(value: unknown, type: t.Node, types: ReadonlyMap<string, TypeDeclaration>): boolean {
  switch (type.type) {
    case 'TSStringKeyword':
    case 'TSTemplateLiteralType':
      return typeof value === 'string';
    case 'TSNumberKeyword':
      return typeof value === 'number';
    case 'TSBooleanKeyword':
      return typeof value === 'boolean';
    case 'TSBigIntKeyword':
      return isWritten(value, /^-?\d+n$/);
    case 'TSNullKeyword':
      return value === null;
    case 'TSUndefinedKeyword':
      return value === undefined;
    case 'TSArrayType':
    case 'TSTupleType':
      return Array.isArray(value);
    case 'TSLiteralType':
      return 'value' in type.literal && type.literal.value === value;
    case 'TSUnionType':
      return type.types.some((one) => mayBe(value, one, types));
    case 'TSParenthesizedType':
    case 'TSTypeOperator':
      return mayBe(value, type.typeAnnotation, types);
    case 'TSTypeLiteral':
      return isObject(value) && type.members.every((member) => fieldMayBe(value, member, types));
    case 'TSTypeReference':
      return referenceMayBe(value, type, types);
    default:
      return true;
  }
}

/** Whether a value that has no literal of its own is written in a way. */
function isWritten(value: unknown, way: RegExp): boolean {
  return value instanceof Code && way.test(value.source);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Code);
}

function fieldMayBe(
  value: Record<string, unknown>,
  member: t.Node,
  types: ReadonlyMap<string, TypeDeclaration>,
): boolean {
  if (member.type !== 'TSPropertySignature' || member.key.type !== 'Identifier') return true;
  if (!(member.key.name in value)) return member.optional === true;
  const type = member.typeAnnotation?.typeAnnotation;
  return type?.type !== 'TSLiteralType' || mayBe(value[member.key.name], type, types);
}

function referenceMayBe(value: unknown, type: t.TSTypeReference, types: ReadonlyMap<string, TypeDeclaration>): boolean {
  const name = type.typeName.type === 'Identifier' ? type.typeName.name : '';
  const declared = types.get(name);
  if (declared?.type === 'TSTypeAliasDeclaration') return mayBe(value, declared.typeAnnotation, types);
  if (declared?.type === 'TSInterfaceDeclaration') {
    return isObject(value) && declared.body.body.every((member) => fieldMayBe(value, member, types));
  }
  if (name === 'Map' || name === 'ReadonlyMap') return value instanceof Map;
  if (name === 'Set' || name === 'ReadonlySet') return value instanceof Set;
  if (name === 'RegExp') return isWritten(value, /^\//);
  if (/^(?:Date|(?:Uint|Int|Float)\w*Array)$/.test(name)) return isWritten(value, new RegExp(`^new ${name}\\(`));
  if (name.endsWith('Array')) return Array.isArray(value);
  return name === 'Record' ? isObject(value) : true;
}
