import type { AnyNode, CallExpression } from 'acorn';

/** The text of a string literal, of a template without gaps, or of a name that stands in the place of one. */
export function literalText(node: AnyNode): string | undefined {
  if (node.type === 'Identifier') return node.name;
  return stringOf(node);
}

/** What `require('…')` requires. */
export function requiredText({ callee, arguments: [argument] }: CallExpression): string | undefined {
  if (callee.type !== 'Identifier' || callee.name !== 'require' || argument === undefined) return undefined;
  return stringOf(argument);
}

/** Whether a node is `object.property`, also when written `object['property']`. */
export function isMember(node: AnyNode, object: string, property: string): boolean {
  if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier' || node.object.name !== object)
    return false;
  return (node.computed ? stringOf(node.property) : literalText(node.property)) === property;
}

/** `exports` for `exports`, `exports.x`, …; `module` for `module.exports`, `module.exports.x`, …. */
export function commonJsRoot(node: AnyNode): 'exports' | 'module' | undefined {
  for (let part = node; ; part = part.object) {
    if (part.type === 'Identifier') return part.name === 'exports' ? 'exports' : undefined;
    if (part.type !== 'MemberExpression') return undefined;
    if (isMember(part, 'module', 'exports')) return 'module';
  }
}

export function stringOf(node: AnyNode): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}
