import { runInNewContext } from 'node:vm';
import type { Node } from '@babel/types';
import { boundNames } from '../../replies/bound-names.ts';

/** What every ECMAScript engine has, and nothing else. */
const languageGlobals: ReadonlySet<string> = new Set([
  ...(runInNewContext('Object.getOwnPropertyNames(globalThis)') as string[]),
  'undefined',
  'arguments',
]);

/** Names that a piece of code speaks of, as far as its text tells. */
export interface Names {
  /** Values that it uses and neither declares nor has from the language. */
  readonly free: ReadonlySet<string>;
  /** All names in it, types among them. */
  readonly mentioned: ReadonlySet<string>;
}

/** Reads the names of a node. Scopes are not told apart: a name that is declared anywhere in it counts as its own. */
export function namesIn(root: Node): Names {
  const used = new Set<string>();
  const declared = new Set<string>();
  const mentioned = new Set<string>();
  const waiting: { readonly node: Node; readonly isType: boolean }[] = [{ node: root, isType: false }];
  for (let visit = waiting.pop(); visit; visit = waiting.pop()) {
    const { node } = visit;
    const isType = visit.isType || node.type.startsWith('TS');
    if (node.type === 'Identifier') {
      mentioned.add(node.name);
      if (!isType) used.add(node.name);
    }
    for (const name of declaredBy(node)) declared.add(name);
    for (const child of childrenOf(node)) waiting.push({ node: child, isType: isType && !isValueInType(node) });
  }
  return { free: used.difference(declared).difference(languageGlobals), mentioned };
}

/** `value as Type`, `value!` and `value satisfies Type` hold values. */
function isValueInType({ type }: Node): boolean {
  return ['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression', 'TSTypeAssertion'].includes(type);
}

function declaredBy(node: Node): string[] {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ClassMethod':
    case 'ObjectMethod':
    case 'ClassPrivateMethod':
    case 'ArrowFunctionExpression':
      return [...('id' in node && node.id ? [node.id.name] : []), ...node.params.flatMap(boundIn)];
    case 'ClassDeclaration':
    case 'ClassExpression':
      return node.id ? [node.id.name] : [];
    case 'VariableDeclarator':
      return boundIn(node.id);
    case 'CatchClause':
      return node.param ? boundIn(node.param) : [];
    case 'TSEnumDeclaration':
      return [node.id.name];
    default:
      return [];
  }
}

function boundIn(pattern: Node): string[] {
  return boundNames(pattern.type === 'TSParameterProperty' ? pattern.parameter : pattern);
}

/** The nodes under a node, without names that are no variables: members behind a dot, keys, labels. */
function childrenOf(node: Node): Node[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    if (isPlainName(node, key) || key.endsWith('Comments')) return [];
    return (Array.isArray(value) ? value : [value]).filter(isNode);
  });
}

function isPlainName(node: Node, key: string): boolean {
  if (key === 'property') return 'computed' in node && !node.computed;
  if (key === 'label') return true;
  return key === 'key' && (!('computed' in node) || !node.computed);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
