import { parse } from '@babel/parser';
import type { Node, Program } from '@babel/types';

export interface ParseOptions {
  /** Whether a tree is wanted of what has mistakes that can be read over. */
  readonly lenient?: boolean;
}

/** TypeScript or JavaScript as a tree; undefined for what does not parse, or is nested too deep for the parser. */
export function programOf(code: string, { lenient = false }: ParseOptions = {}): Program | undefined {
  const plugins = ['typescript' as const];
  try {
    return parse(code, { sourceType: 'unambiguous', plugins, attachComment: false, errorRecovery: lenient }).program;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A node and all below it, without recursion: trees may be deeper than the stack. */
export function* nodesOf(root: Node): Generator<Node> {
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    waiting.push(...childrenOf(node));
  }
}

/** The nodes right below a node. */
export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (const value of Object.values(node) as unknown[]) {
    if (Array.isArray(value)) children.push(...value.filter(isNode));
    else if (isNode(value)) children.push(value);
  }
  return children;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
