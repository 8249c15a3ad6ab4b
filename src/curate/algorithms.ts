import type { Node } from '@babel/types';
import { childrenOf, programOf } from './syntax.ts';

/** Solutions whose features overlap less than this go about it in different ways; found on styles of the same tasks. */
const alike = 0.6;

/**
 * What tells how a program goes about its work, whatever its names and its wording: kinds of loops and how deep they
 * nest, recursion, methods called, what is constructed, bit and remainder arithmetic, regular expressions, generators
 * and classes. Empty for code that does not parse.
 */
export function algorithmFeatures(code: string): ReadonlySet<string> {
  const program = programOf(code);
  if (!program) return new Set();
  const features = new Set<string>();
  const waiting: Visit[] = [{ node: program, loops: 0, functions: [] }];
  for (let visit = waiting.pop(); visit; visit = waiting.pop()) {
    for (const feature of featuresOf(visit)) features.add(feature);
    const inner = enter(visit);
    for (const node of childrenOf(visit.node)) waiting.push({ ...inner, node });
  }
  return features;
}

/** Places of solutions that go about it in different ways, the first of each way. */
export function distinctAlgorithms(codes: readonly string[]): readonly number[] {
  const features = codes.map(algorithmFeatures);
  return features.reduce<number[]>((chosen, own, index) => {
    const isKnown = chosen.some((other) => overlap(own, features[other] ?? new Set()) >= alike);
    return isKnown ? chosen : [...chosen, index];
  }, []);
}

/** Jaccard similarity; 1 for two that have nothing. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const union = a.union(b).size;
  return union === 0 ? 1 : a.intersection(b).size / union;
}

interface Visit {
  readonly node: Node;
  /** Loops around it. */
  readonly loops: number;
  /** Names of the functions around it. */
  readonly functions: readonly string[];
}

const loops: Readonly<Record<string, string>> = {
  ForStatement: 'for',
  ForOfStatement: 'for-of',
  ForInStatement: 'for-in',
  WhileStatement: 'while',
  DoWhileStatement: 'while',
};

const plain: Readonly<Record<string, string>> = {
  RegExpLiteral: 'regular expression',
  YieldExpression: 'generator',
  ClassDeclaration: 'class',
  SwitchStatement: 'switch',
  ThrowStatement: 'throw',
};

const arithmetic: ReadonlySet<string> = new Set(['%', '&', '|', '^', '<<', '>>', '>>>', '**']);

function* featuresOf({ node, loops: depth, functions }: Visit): Generator<string> {
  const loop = loops[node.type];
  if (loop !== undefined) yield* [loop, `loops nested ${depth + 1} deep`];
  const simple = plain[node.type];
  if (simple !== undefined) yield simple;
  if (node.type === 'BinaryExpression' && arithmetic.has(node.operator)) yield `operator ${node.operator}`;
  if (node.type === 'NewExpression' && node.callee.type === 'Identifier') yield `new ${node.callee.name}`;
  if (node.type === 'CallExpression' || node.type === 'OptionalCallExpression') {
    const { callee } = node;
    if (callee.type === 'Identifier' && functions.includes(callee.name)) yield 'recursion';
    const isMember = callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression';
    if (isMember && callee.property.type === 'Identifier') yield `.${callee.property.name}()`;
  }
}

function enter({ node, loops: depth, functions }: Visit): Omit<Visit, 'node'> {
  const name = nameOf(node);
  return {
    loops: node.type in loops ? depth + 1 : depth,
    functions: name === undefined ? functions : [...functions, name],
  };
}

function nameOf(node: Node): string | undefined {
  if (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression') return node.id?.name;
  const isFunction = node.type === 'VariableDeclarator' && /Function/u.test(node.init?.type ?? '');
  return isFunction && node.id.type === 'Identifier' ? node.id.name : undefined;
}
