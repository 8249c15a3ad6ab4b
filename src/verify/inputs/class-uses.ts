import type { Node } from '@babel/types';
import type { ClassForm } from './class-declaration.ts';
import { type Helper, type Operation, operationsOn, type Surroundings } from './class-operations.ts';
import { literalOf } from './examples/literal.ts';
import { nodesIn, read } from './syntax.ts';

/** What a suite does with one instance, in order, as far as it is literal. */
export interface Use {
  readonly args: readonly unknown[];
  /** Whether the suite expects that no such instance can be made. */
  readonly refused: boolean;
  readonly operations: readonly Operation[];
}

const mostUses = 60;
const mostOperations = 20;

interface Suite extends Surroundings {
  readonly nodes: readonly Node[];
  readonly functions: readonly Node[];
  /** Functions that run before each test. */
  readonly preparing: ReadonlySet<Node>;
  readonly tests: readonly Node[];
  readonly isMaking: (node: Node) => node is Making;
}

type Making = Extract<Node, { type: 'NewExpression' | 'CallExpression' }>;

/** The instances that suites make, and what they do with them. */
export function usesIn(suites: readonly string[], entryPoint: string, form: ClassForm): readonly Use[] {
  const uses = suites.flatMap((text) => {
    const suite = suiteOf(text, entryPoint, form);
    return suite ? suite.nodes.flatMap((node) => usesOf(node, suite)) : [];
  });
  return uses.slice(0, mostUses);
}

function suiteOf(text: string, entryPoint: string, { how, members }: ClassForm): Suite | undefined {
  const source = read(text);
  if (source === undefined) return undefined;
  const nodes = [...nodesIn(source.body)];
  const constants = constantsIn(nodes);
  return {
    nodes,
    functions: nodes.filter(isFunction),
    preparing: new Set(nodes.flatMap((node) => (calls(node, /^before(?:Each|All)$/) ? node.arguments : []))),
    tests: nodes.flatMap((node) => (calls(node, /^(?:test|it)$/) ? node.arguments.filter(isFunction) : [])),
    constants,
    helpers: helpersIn(nodes, constants),
    refused: new Set(nodes.filter(isRefusal).flatMap((node) => [...nodesIn(node)])),
    members,
    isMaking: (node): node is Making => isMaking(node, how, entryPoint),
  };
}

/** `const x = new Entry(…)`, `x = new Entry(…)`, or a `new Entry(…)` that is expected to throw. */
function usesOf(node: Node, suite: Suite): readonly Use[] {
  const [bound, made] = bindingIn(node) ?? [];
  if (bound !== undefined && made && suite.isMaking(made)) return boundUses(bound, made, suite);
  if (!suite.isMaking(node) || !suite.refused.has(node)) return [];
  const args = valuesOf(node.arguments, suite);
  return args === undefined ? [] : [{ args, refused: true, operations: [] }];
}

function bindingIn(node: Node): readonly [name: string, made: Node] | undefined {
  if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init)
    return [node.id.name, node.init];
  return node.type === 'AssignmentExpression' && node.left.type === 'Identifier'
    ? [node.left.name, node.right]
    : undefined;
}

function boundUses(name: string, made: Making, suite: Suite): readonly Use[] {
  const args = valuesOf(made.arguments, suite);
  if (args === undefined) return [];
  const home = innermost(made, suite.functions);
  const own = operationsOn(name, lifeOf(name, made, { home, suite }), suite);
  const refused = suite.refused.has(made);
  const use = (operations: readonly Operation[]): Use => ({
    args,
    refused,
    operations: operations.slice(0, mostOperations),
  });
  if (home === undefined || !suite.preparing.has(home)) return [use(own)];
  return suite.tests
    .map((test) => operationsOn(name, [...nodesIn(test)], suite))
    .filter((operations) => operations.length > 0)
    .map((operations) => use([...own, ...operations]));
}

/** The nodes from where a variable got an instance to where it gets another. */
function lifeOf(
  name: string,
  made: Node,
  { home, suite }: { readonly home: Node | undefined; readonly suite: Suite },
): readonly Node[] {
  const from = made.end ?? 0;
  const after = suite.nodes.filter((node) => (node.start ?? 0) >= from && (home === undefined || contains(home, node)));
  const next = after.find((node) => {
    const [bound, other] = bindingIn(node) ?? [];
    return bound === name && other !== undefined && suite.isMaking(other);
  });
  return after.filter((node) => (node.start ?? 0) < (next?.start ?? Number.POSITIVE_INFINITY));
}

function isMaking(node: Node, how: ClassForm['how'], entryPoint: string): boolean {
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return false;
  if ((node.type === 'NewExpression') !== (how === 'new')) return false;
  const { callee } = node;
  if (callee.type === 'Identifier') return callee.name === entryPoint;
  return (
    callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === entryPoint
  );
}

function valuesOf(nodes: readonly Node[], { constants }: Suite): readonly unknown[] | undefined {
  const values = nodes.map((node) => literalOf(node, constants));
  return values.every((value) => value !== undefined) ? values.map(({ value }) => value) : undefined;
}

function innermost(node: Node, functions: readonly Node[]): Node | undefined {
  const around = functions.filter((one) => contains(one, node));
  return around.toSorted((a, b) => sizeOf(a) - sizeOf(b))[0];
}

function contains(outer: Node, inner: Node): boolean {
  return (outer.start ?? 0) <= (inner.start ?? 0) && (inner.end ?? 0) <= (outer.end ?? 0);
}

function sizeOf({ start, end }: Node): number {
  return (end ?? 0) - (start ?? 0);
}

function isFunction(
  node: Node,
): node is Extract<Node, { type: 'ArrowFunctionExpression' | 'FunctionExpression' | 'FunctionDeclaration' }> {
  const { type } = node;
  return type === 'ArrowFunctionExpression' || type === 'FunctionExpression' || type === 'FunctionDeclaration';
}

function calls(node: Node, name: RegExp): node is Extract<Node, { type: 'CallExpression' }> {
  return node.type === 'CallExpression' && node.callee.type === 'Identifier' && name.test(node.callee.name);
}

/** `expect(() => …).toThrow(…)` and its like. */
function isRefusal(node: Node): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const { property } = node.callee;
  return property.type === 'Identifier' && /^(?:toThrow|toThrowError|throws|rejects)$/.test(property.name);
}

/** Constants of one name that are declared twice, in two tests, are none. */
function constantsIn(nodes: readonly Node[]): ReadonlyMap<string, Node> {
  const declared = nodes.flatMap((node) =>
    node.type === 'VariableDeclaration' && node.kind === 'const' ? node.declarations : [],
  );
  const named = declared.flatMap(({ id, init }) =>
    id.type === 'Identifier' && init ? [[id.name, init] as const] : [],
  );
  const count = Map.groupBy(named, ([name]) => name);
  return new Map(named.filter(([name]) => count.get(name)?.length === 1));
}

function helpersIn(nodes: readonly Node[], constants: ReadonlyMap<string, Node>): ReadonlyMap<string, Helper> {
  const declared = nodes.flatMap((node) =>
    node.type === 'FunctionDeclaration' && node.id ? [[node.id.name, node] as const] : [],
  );
  const assigned = [...constants].flatMap(([name, node]) => (isFunction(node) ? [[name, node] as const] : []));
  return new Map([...declared, ...assigned]);
}
