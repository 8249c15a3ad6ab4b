import type { Node } from '@babel/types';
import { algorithmFeatures } from '../algorithms.ts';
import { nodesOf, programOf } from '../syntax.ts';

/** How a program is written. */
export interface Style {
  /** Constructs of the language that it uses, each once. */
  readonly constructs: readonly string[];
  /** What tells its algorithm, as one text. */
  readonly algorithm: string;
  readonly lines: number;
  /** Share of the lines that are comments or have one. */
  readonly commentShare: number;
  readonly hasDocComment: boolean;
  /** Names that it declares. */
  readonly names: readonly string[];
}

const constructs: Readonly<Record<string, string>> = {
  ForStatement: 'for',
  ForOfStatement: 'for-of',
  ForInStatement: 'for-in',
  WhileStatement: 'while',
  DoWhileStatement: 'do-while',
  ClassDeclaration: 'class',
  ArrowFunctionExpression: 'arrow function',
  YieldExpression: 'generator',
  AwaitExpression: 'await',
  ObjectPattern: 'destructuring',
  ArrayPattern: 'destructuring',
  SpreadElement: 'spread',
  TemplateLiteral: 'template',
  ConditionalExpression: 'conditional expression',
  SwitchStatement: 'switch',
  TryStatement: 'try',
  ThrowStatement: 'throw',
  RegExpLiteral: 'regular expression',
  OptionalMemberExpression: 'optional chaining',
  OptionalCallExpression: 'optional chaining',
  TSInterfaceDeclaration: 'interface',
  TSTypeAliasDeclaration: 'type alias',
  TSTypeParameterDeclaration: 'generics',
  TSAsExpression: 'type assertion',
  BigIntLiteral: 'bigint',
};

/** Reads the style of a program; undefined for one that does not parse. */
export function styleOf(code: string): Style | undefined {
  const program = programOf(code);
  if (!program) return undefined;
  const found = new Set<string>();
  const names = new Set<string>();
  for (const node of nodesOf(program)) {
    const construct = constructs[node.type];
    if (construct !== undefined) found.add(construct);
    if (node.type === 'LogicalExpression' && node.operator === '??') found.add('nullish coalescing');
    for (const name of declaredBy(node)) names.add(name);
  }
  const lines = code.split('\n').filter((line) => line.trim() !== '');
  const commented = lines.filter((line) => /\/\/|\/\*|^\s*\*/u.test(line)).length;
  return {
    constructs: [...found].toSorted(),
    algorithm: [...algorithmFeatures(code)].toSorted().join(', '),
    lines: lines.length,
    commentShare: lines.length === 0 ? 0 : commented / lines.length,
    hasDocComment: /\/\*\*/u.test(code),
    names: [...names].toSorted(),
  };
}

/** How a name is spelt. */
export function spelling(name: string): string {
  if (name.length === 1) return 'one letter';
  if (/^[A-Z][A-Z0-9_]*$/u.test(name)) return 'UPPER_CASE';
  if (name.includes('_')) return 'snake_case';
  if (/^[A-Z]/u.test(name)) return 'PascalCase';
  return /[A-Z]/u.test(name) ? 'camelCase' : 'one word';
}

function declaredBy(node: Node): string[] {
  if (node.type === 'VariableDeclarator') return node.id.type === 'Identifier' ? [node.id.name] : [];
  if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') return node.id ? [node.id.name] : [];
  return [];
}
