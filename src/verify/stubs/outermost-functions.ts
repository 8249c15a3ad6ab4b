import type {
  ArrowFunctionExpression,
  ClassMethod,
  ClassPrivateMethod,
  FunctionDeclaration,
  FunctionExpression,
  Node,
  ObjectMethod,
} from '@babel/types';

/** A function with a body. */
export type StubbedFunction =
  | ArrowFunctionExpression
  | ClassMethod
  | ClassPrivateMethod
  | FunctionDeclaration
  | FunctionExpression
  | ObjectMethod;

const types: ReadonlySet<string> = new Set([
  'ArrowFunctionExpression',
  'ClassMethod',
  'ClassPrivateMethod',
  'FunctionDeclaration',
  'FunctionExpression',
  'ObjectMethod',
] satisfies StubbedFunction['type'][]);

/** The functions and methods of a tree that are in no other function; constructors are left out, as classes need them. */
export function outermostFunctions(node: Node): readonly StubbedFunction[] {
  if (isFunction(node)) return node.type === 'ClassMethod' && node.kind === 'constructor' ? [] : [node];
  return Object.values(node).flat().filter(isNode).flatMap(outermostFunctions);
}

function isFunction(node: Node): node is StubbedFunction {
  return types.has(node.type);
}

/** Among a node's values there are places and comments too. */
function isNode(value: unknown): value is Node {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  return value.type !== 'CommentBlock' && value.type !== 'CommentLine';
}
