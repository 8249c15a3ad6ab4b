import type { Expression, Node, Statement } from '@babel/types';

export type AssignedTo = 'exports' | 'global';

/** Names given to `module.exports`, `exports` or `globalThis`; `=` where `module.exports` is one value of another kind. */
export function assignedNames(body: readonly Statement[]): Map<string, AssignedTo> {
  const names = new Map<string, AssignedTo>();
  for (const node of body) {
    if (node.type !== 'ExpressionStatement') continue;
    for (const [name, to] of assignmentsIn(node.expression)) names.set(name, to);
  }
  return names;
}

/** What a script gives to `module.exports` as a whole. */
export function exportedValue(body: readonly Statement[]): Expression | undefined {
  for (const node of body) {
    if (node.type !== 'ExpressionStatement' || node.expression.type !== 'AssignmentExpression') continue;
    if (pathOf(node.expression.left) === 'module.exports') return node.expression.right;
  }
  return undefined;
}

function* assignmentsIn(expression: Expression): Generator<readonly [string, AssignedTo]> {
  // `exports.a = exports.b = …`
  for (let at = expression; at.type === 'AssignmentExpression'; at = at.right) {
    const target = pathOf(at.left);
    if (target === 'module.exports' || target === 'exports') {
      yield* exportedObject(at.right);
    } else if (target !== undefined) {
      const [, object, name] = /^(module\.exports|exports|globalThis|global|window)\.([^.]+)$/u.exec(target) ?? [];
      if (name !== undefined) yield [name, object?.endsWith('exports') === true ? 'exports' : 'global'];
    }
  }
}

function* exportedObject(value: Node): Generator<readonly [string, AssignedTo]> {
  if (value.type !== 'ObjectExpression') return yield ['=', 'exports'];
  for (const property of value.properties) {
    if (property.type === 'SpreadElement' || property.computed) continue;
    if (property.key.type === 'Identifier') yield [property.key.name, 'exports'];
    else if (property.key.type === 'StringLiteral') yield [property.key.value, 'exports'];
  }
}

/** `a.b.c` of a member expression; undefined for anything else, and for longer ones. */
function pathOf(node: Node): string | undefined {
  const names: string[] = [];
  for (let at = node; names.length < 3;) {
    if (at.type === 'Identifier') return [at.name, ...names].join('.');
    if (at.type !== 'MemberExpression' || at.computed || at.property.type !== 'Identifier') return undefined;
    names.unshift(at.property.name);
    at = at.object;
  }
  return undefined;
}
