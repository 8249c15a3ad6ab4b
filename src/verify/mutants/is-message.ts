import type { Node } from '@babel/types';

/**
 * Whether an expression is only for people to read: what an error says, what is printed. Statements seldom ask for the
 * exact words, so that a suite that does not look at them is no worse.
 */
export function isMessage(node: Node, parent: Node | null): boolean {
  if (parent?.type === 'NewExpression' || parent?.type === 'CallExpression') {
    const { callee } = parent;
    return node !== callee && callee.type === 'Identifier' && callee.name.endsWith('Error');
  }
  return isPrinting(node) || (node.type === 'ExpressionStatement' && isPrinting(node.expression));
}

function isPrinting(node: Node): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const { object } = node.callee;
  return object.type === 'Identifier' && object.name === 'console';
}
