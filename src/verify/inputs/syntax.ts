import { parse } from '@babel/parser';
import type { Comment, Node, Statement } from '@babel/types';

export interface Source {
  readonly text: string;
  readonly body: readonly Statement[];
  readonly comments: readonly Comment[];
}

/** Parses a module or a script, as far as it can be understood; nothing where it cannot. */
export function read(text: string): Source | undefined {
  try {
    const plugins = ['typescript', 'decorators-legacy'] as const;
    const { program, comments } = parse(text, {
      sourceType: 'unambiguous',
      errorRecovery: true,
      plugins: [...plugins],
    });
    return { text, body: program.body, comments: comments ?? [] };
  } catch {
    return undefined;
  }
}

/** A node and all nodes within it, outer ones first, in the order of the text. */
export function* nodesIn(root: Node | readonly Node[]): Generator<Node> {
  const waiting: Node[] = 'type' in root ? [root] : [...root].toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    waiting.push(...Object.values(node).flat().filter(isNode).toReversed());
  }
}

/** The expression without parentheses, casts and assertions of types. */
export function bare(node: Node): Node {
  const { type } = node;
  const isWrapped =
    type === 'TSAsExpression' ||
    type === 'TSSatisfiesExpression' ||
    type === 'TSNonNullExpression' ||
    type === 'TSTypeAssertion' ||
    type === 'ParenthesizedExpression';
  return isWrapped ? bare(node.expression) : node;
}

/** Among a node's values there are places and comments too. */
function isNode(value: unknown): value is Node {
  if (typeof value !== 'object' || value === null || !('type' in value) || !('start' in value)) return false;
  return value.type !== 'CommentBlock' && value.type !== 'CommentLine';
}
