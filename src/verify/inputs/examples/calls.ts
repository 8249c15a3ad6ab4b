import type { Node } from '@babel/types';
import { nodesIn, read } from '../syntax.ts';
import { literalOf } from './literal.ts';
import { sourceOf } from './write.ts';

/** An argument list that a suite calls the entry point with. */
export interface Example {
  readonly source: string;
  readonly values: readonly unknown[];
  /** For each argument, whether it is written with a decimal point somewhere. */
  readonly pointed: readonly boolean[];
  /** Whether the suite expects it to throw: it is outside of what the function is for. */
  readonly refused: boolean;
}

/** More than so many examples say nothing new, and cost. */
const most = 200;
const longestSource = 4000;

/** The literal argument lists of the calls of a function, each once, in the order of the suites. */
export function examplesIn(suites: readonly string[], entryPoint: string): readonly Example[] {
  const found = new Map<string, Example>();
  for (const suite of suites) {
    for (const example of callsIn(suite, entryPoint)) {
      if (found.size < most && example.source.length <= longestSource && !found.has(example.source))
        found.set(example.source, example);
    }
  }
  return [...found.values()];
}

function callsIn(suite: string, entryPoint: string): readonly Example[] {
  const source = read(suite);
  if (source === undefined) return [];
  const nodes = [...nodesIn(source.body)];
  const constants = constantsIn(nodes);
  const refused = new Set(nodes.filter(isRefusal).flatMap((node) => [...nodesIn(node)]));
  return nodes.flatMap((node) => {
    if (node.type !== 'CallExpression' || !isNamed(node.callee, entryPoint)) return [];
    const values = node.arguments.map((argument) => literalOf(argument, constants));
    if (!values.every((value) => value !== undefined)) return [];
    const list = values.map(({ value }) => value);
    const pointed = node.arguments.map(({ start, end }) => /\d\.\d/.test(suite.slice(start ?? 0, end ?? 0)));
    return [{ source: sourceOf(list), values: list, pointed, refused: refused.has(node) }];
  });
}

/** `expect(() => …).toThrow(…)` and its like. */
function isRefusal(node: Node): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const { object, property } = node.callee;
  if (property.type !== 'Identifier') return false;
  const isRejected =
    object.type === 'MemberExpression' && object.property.type === 'Identifier' && object.property.name === 'rejects';
  return isRejected || ['toThrow', 'toThrowError', 'throws', 'rejects'].includes(property.name);
}

function isNamed(callee: Node, name: string): boolean {
  if (callee.type === 'Identifier') return callee.name === name;
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === name;
}

const filling: ReadonlySet<string> = new Set(['push', 'unshift', 'splice', 'set', 'add', 'fill', 'sort', 'reverse']);

/** The name of what a statement fills: `name.push(…)`, `name[…] = …`. */
function filledIn(node: Node): readonly string[] {
  const isSet = node.type === 'AssignmentExpression';
  const target = isSet ? node.left : node.type === 'CallExpression' ? node.callee : undefined;
  if (target?.type !== 'MemberExpression' || target.object.type !== 'Identifier') return [];
  const isFilled = isSet || (target.property.type === 'Identifier' && filling.has(target.property.name));
  return isFilled ? [target.object.name] : [];
}

/** Constants of one name that are declared twice, in two tests, are none; nor are those that are filled later. */
function constantsIn(nodes: readonly Node[]): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  const doubtful = new Set(nodes.flatMap(filledIn));
  for (const node of nodes) {
    if (node.type !== 'VariableDeclaration' || node.kind !== 'const') continue;
    for (const { id, init } of node.declarations) {
      if (id.type !== 'Identifier' || !init) continue;
      if (found.has(id.name)) doubtful.add(id.name);
      found.set(id.name, init);
    }
  }
  for (const name of doubtful) found.delete(name);
  return found;
}
