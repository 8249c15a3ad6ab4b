import { parse } from '@babel/parser';
import type { Node } from '@babel/types';

/** Whether a block of code does more than declare and call: it branches, loops, or has functions that do something. */
export function hasProgram(code: string): boolean {
  const waiting: Node[] = [...statementsOf(code)];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isProgram(node)) return true;
    waiting.push(...Object.values(node).flat().filter(isNode));
  }
  return false;
}

function isProgram(node: Node): boolean {
  if (/^(?:For|While|DoWhile|If|Switch|Try).*Statement$/u.test(node.type)) return true;
  return 'body' in node && isNode(node.body) && node.body.type === 'BlockStatement' && node.body.body.length > 0;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function statementsOf(code: string): readonly Node[] {
  try {
    return parse(code, { sourceType: 'module', plugins: ['typescript'], errorRecovery: true }).program.body;
  } catch (error) {
    // No module, or too deep for the parser.
    if (error instanceof SyntaxError || error instanceof RangeError) return [];
    throw error;
  }
}
