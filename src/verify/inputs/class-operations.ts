import type { Node } from '@babel/types';
import type { Member } from './class-declaration.ts';
import { literalOf } from './examples/literal.ts';
import { bare, nodesIn } from './syntax.ts';

/** One use of a member, with literal arguments. */
export interface Operation {
  readonly kind: Member['kind'];
  readonly name: string;
  readonly args: readonly unknown[];
  /** Whether the suite expects it to throw. */
  readonly refused: boolean;
}

/** What stands around the operations. */
export interface Surroundings {
  readonly members: readonly Pick<Member, 'kind' | 'name'>[];
  /** Expressions that names stand for. */
  readonly constants: ReadonlyMap<string, Node>;
  /** Functions of the suite's own, by their names. */
  readonly helpers: ReadonlyMap<string, Helper>;
  /** Nodes within what is expected to throw. */
  readonly refused: ReadonlySet<Node>;
}

export interface Helper {
  readonly params: readonly Node[];
  readonly body: Node;
}

const mostDepth = 4;

/**
 * What is done with a variable, in the order of the text: loops over literal arrays are unrolled, and the suite's own
 * functions that the variable is handed to are followed. What is computed is passed over.
 */
export function operationsOn(
  variable: string,
  nodes: readonly Node[],
  around: Surroundings,
  depth = 0,
): readonly Operation[] {
  const operations: Operation[] = [];
  const used = new Set(nodes.flatMap((node) => calleeOrTarget(node) ?? []));
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as Node;
    const turns = depth < mostDepth ? (turnsOf(node, around) ?? followed(node, variable, around)) : undefined;
    if (turns === undefined) {
      operations.push(...(used.has(node) ? [] : (operationOf(node, variable, around) ?? [])));
      continue;
    }
    for (const { name = variable, body, constants } of turns) {
      operations.push(...operationsOn(name, [...nodesIn(body)], { ...around, constants }, depth + 1));
    }
    const { end } = node;
    while (at + 1 < nodes.length && (nodes[at + 1]?.end ?? 0) <= (end ?? 0)) at++;
  }
  return operations;
}

/** The arguments of a function that names are bound to: one time that its body runs. */
interface Turn {
  /** What the variable is called there, if otherwise. */
  readonly name?: string;
  readonly body: Node;
  readonly constants: Surroundings['constants'];
}

/** `for (const x of […]) …`, `[…].map((x) => …)` and their like. */
function turnsOf(node: Node, around: Surroundings): readonly Turn[] | undefined {
  if (node.type === 'ForOfStatement' && node.left.type === 'VariableDeclaration') {
    return turnsOver(node.right, { variable: node.left.declarations[0]?.id, body: node.body }, around);
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const { object, property } = node.callee;
  const [callback] = node.arguments;
  if (property.type !== 'Identifier' || !/^(?:map|forEach|flatMap)$/.test(property.name)) return undefined;
  if (callback?.type !== 'ArrowFunctionExpression' && callback?.type !== 'FunctionExpression') return undefined;
  return turnsOver(object, { variable: callback.params[0], body: callback.body }, around);
}

function turnsOver(
  list: Node,
  { variable, body }: { readonly variable: Node | undefined; readonly body: Node },
  { constants }: Surroundings,
): readonly Turn[] | undefined {
  const items = itemsOf(list, constants);
  if (variable?.type !== 'Identifier') return undefined;
  return items?.map((item) => ({ body, constants: new Map([...constants, [variable.name, item] as const]) }));
}

function itemsOf(list: Node, constants: Surroundings['constants']): readonly Node[] | undefined {
  const inner = bare(list);
  const named = inner.type === 'Identifier' ? constants.get(inner.name) : inner;
  const array = named && bare(named);
  if (array?.type !== 'ArrayExpression') return undefined;
  const items = array.elements.filter((item) => item !== null);
  return items.every((item) => literalOf(item, constants) !== undefined) ? items : undefined;
}

/** `helper(variable, …)`. */
function followed(node: Node, variable: string, { helpers, constants }: Surroundings): readonly Turn[] | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return undefined;
  const helper = helpers.get(node.callee.name);
  const place = node.arguments.findIndex((one) => one.type === 'Identifier' && one.name === variable);
  const own = helper?.params[place];
  if (helper === undefined || own?.type !== 'Identifier') return undefined;
  const bound = helper.params.flatMap((param, at) => {
    const given = node.arguments[at];
    return param.type === 'Identifier' && given && at !== place ? [[param.name, given] as const] : [];
  });
  return [{ name: own.name, body: helper.body, constants: new Map([...constants, ...bound]) }];
}

function calleeOrTarget(node: Node): Node[] | undefined {
  if (node.type === 'CallExpression') return [node.callee];
  return node.type === 'AssignmentExpression' ? [node.left] : undefined;
}

function operationOf(node: Node, variable: string, around: Surroundings): Operation[] | undefined {
  if (node.type === 'CallExpression')
    return operation('call', [node.callee, node.arguments], { node, variable, around });
  if (node.type === 'AssignmentExpression' && node.operator === '=')
    return operation('set', [node.left, [node.right]], { node, variable, around });
  return operation('get', [node, []], { node, variable, around });
}

function operation(
  kind: Member['kind'],
  [target, given]: readonly [Node, readonly Node[]],
  { node, variable, around }: { readonly node: Node; readonly variable: string; readonly around: Surroundings },
): Operation[] | undefined {
  if (target.type !== 'MemberExpression' || target.computed || target.property.type !== 'Identifier') return undefined;
  const { name } = target.property;
  if (target.object.type !== 'Identifier' || target.object.name !== variable) return undefined;
  const values = given.map((one) => literalOf(one, around.constants));
  const isMember = around.members.some((member) => member.kind === kind && member.name === name);
  if (!isMember || !values.every((value) => value !== undefined)) return undefined;
  return [{ kind, name, args: values.map(({ value }) => value), refused: around.refused.has(node) }];
}
