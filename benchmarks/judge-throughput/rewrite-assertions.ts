import { type Expression, type Node, parse } from 'acorn';

/** What a `console.assert` asserts, as source. */
export interface Assertion {
  readonly condition: string;
  /** Where two values are compared: strictly (`same`), or by their JSON (`alike`). */
  readonly comparison?: { readonly kind: 'same' | 'alike'; readonly actual: string; readonly expected: string };
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly assertion: Assertion;
}

/** Writes a script with another call in the place of each `console.assert`. Throws a `SyntaxError` for what is none. */
export function rewriteAssertions(script: string, rewrite: (assertion: Assertion) => string): string {
  const found = assertionsIn(script, parse(script, { ecmaVersion: 'latest' }));
  return found.reduceRight(
    (text, { start, end, assertion }) => text.slice(0, start) + rewrite(assertion) + text.slice(end),
    script,
  );
}

/** In the order of the source; the arguments of an assertion hold no other one. */
function assertionsIn(script: string, node: Node): readonly Found[] {
  const condition = conditionOf(node);
  if (condition !== undefined) return [{ start: node.start, end: node.end, assertion: assertionOf(script, condition) }];
  return childrenOf(node)
    .flatMap((child) => assertionsIn(script, child))
    .toSorted((a, b) => a.start - b.start);
}

function childrenOf(node: Node): readonly Node[] {
  return Object.values(node)
    .flat()
    .filter((value): value is Node => typeof value === 'object' && value !== null && 'type' in value);
}

/** The first argument, if the node is a call of `console.assert`. */
function conditionOf(node: Node): Expression | undefined {
  if (!isA(node, 'CallExpression') || !isA(node.callee, 'MemberExpression')) return undefined;
  const { object, property } = node.callee;
  if (!isA(object, 'Identifier') || object.name !== 'console') return undefined;
  if (!isA(property, 'Identifier') || property.name !== 'assert') return undefined;
  const [first] = node.arguments;
  return first?.type === 'SpreadElement' ? undefined : first;
}

function assertionOf(script: string, condition: Expression): Assertion {
  const textOf = ({ start, end, type }: Node): string => {
    const text = script.slice(start, end);
    return type === 'SequenceExpression' ? `(${text})` : text;
  };
  const whole = { condition: textOf(condition) };
  if (condition.type !== 'BinaryExpression' || condition.operator !== '===') return whole;
  const { left, right } = condition;
  const [actual, expected] = [stringified(left), stringified(right)];
  if (actual !== undefined && expected !== undefined) {
    return { ...whole, comparison: { kind: 'alike', actual: textOf(actual), expected: textOf(expected) } };
  }
  return { ...whole, comparison: { kind: 'same', actual: textOf(left), expected: textOf(right) } };
}

/** What `JSON.stringify` is called with, if the node is such a call. */
function stringified(node: Node): Node | undefined {
  if (!isA(node, 'CallExpression') || node.arguments.length !== 1 || !isA(node.callee, 'MemberExpression')) {
    return undefined;
  }
  const { object, property } = node.callee;
  const isStringify = isA(property, 'Identifier') && property.name === 'stringify';
  return isStringify && isA(object, 'Identifier') && object.name === 'JSON' ? node.arguments[0] : undefined;
}

type Typed = Extract<Expression, { type: string }>;

function isA<const T extends Typed['type']>(node: Node, type: T): node is Extract<Typed, { type: T }> {
  return node.type === type;
}
