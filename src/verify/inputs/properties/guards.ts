import type { Node } from '@babel/types';

/** A statement that ends a property's callback early for argument lists that it is not about. */
export interface Guard {
  /** Whose value decides. */
  readonly test: Node;
  /** Whether the callback goes on where the value is true. */
  readonly goesOn: boolean;
}

/** `fc.pre(…)` and `if (…) return;` among the statements before a place. */
export function guardsBefore(place: Node, body: Node): readonly Guard[] {
  if (body.type !== 'BlockStatement') return [];
  return body.body
    .filter(({ end }) => (end ?? 0) <= (place.start ?? 0))
    .flatMap((statement) => guardOf(statement) ?? []);
}

function guardOf(statement: Node): Guard | undefined {
  if (statement.type === 'IfStatement' && !statement.alternate && isBareReturn(statement.consequent))
    return { test: statement.test, goesOn: false };
  const call = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return undefined;
  const { property } = call.callee;
  const [test] = call.arguments;
  return property.type === 'Identifier' && property.name === 'pre' && test ? { test, goesOn: true } : undefined;
}

function isBareReturn(statement: Node): boolean {
  const only = statement.type === 'BlockStatement' && statement.body.length === 1 ? statement.body[0] : statement;
  return only?.type === 'ReturnStatement' && !only.argument;
}
