/** Puts stubs before the bodies of a solution's functions: with one on, each of them does nothing but answer. */
import { parse } from '@babel/parser';
import type { Expression, File, Node, Statement } from '@babel/types';
import { outermostFunctions, type StubbedFunction } from './outermost-functions.ts';
import { stubId, type StubName, stubNames } from './stub.ts';

const heads = new WeakSet<Node>();

/** Whether a node was put there by `placeStubs`. */
export function isStubHead(node: Node): boolean {
  return heads.has(node);
}

/** Changes a tree in place: the outermost functions and methods begin by asking which stub is on. */
export function placeStubs(file: File): void {
  for (const found of outermostFunctions(file.program)) {
    const head = headFor(found);
    const { body } = found;
    if (body.type === 'BlockStatement') body.body.unshift(head);
    else found.body = blockOf(head, body);
  }
}

function blockOf(head: Statement, value: Expression): StubbedFunction['body'] {
  const { start, end, loc } = value;
  const place = { start, end, loc } as const;
  const result = { type: 'ReturnStatement', argument: value, ...place } as Statement;
  return { type: 'BlockStatement', body: [head, result], directives: [], ...place } as StubbedFunction['body'];
}

const answers: Readonly<Record<StubName, string>> = {
  undefined: 'return',
  true: 'return true',
  false: 'return false',
  zero: 'return 0',
  'empty-text': "return ''",
  'empty-list': 'return []',
  argument: 'return arguments[0]',
  throw: "throw new Error('stub')",
};

function headFor(found: StubbedFunction): Statement {
  const cases = stubNames.map((name) => `case '${stubId(name)}': ${answerOf(name, found)};`).join(' ');
  const text = `function f() { switch (stryActive_9fa48('stub')) { ${cases} } }`;
  const [declaration] = parse(text).program.body;
  const head = declaration?.type === 'FunctionDeclaration' ? declaration.body.body[0] : undefined;
  if (head === undefined) throw new Error('the text of a stub is a function');
  moveTo(head, found.body);
  heads.add(head);
  return head;
}

/** Arrow functions have no `arguments`. */
function answerOf(name: StubName, found: StubbedFunction): string {
  if (name !== 'argument' || found.type !== 'ArrowFunctionExpression') return answers[name];
  const [first] = found.params;
  const named = first?.type === 'AssignmentPattern' ? first.left : first;
  return named?.type === 'Identifier' ? `return ${named.name}` : 'return';
}

/** Nodes are told apart by where they are: these are nowhere, at the beginning of the body. */
function moveTo(node: Node, { loc, start }: Node): void {
  if (loc) node.loc = { ...loc, end: loc.start };
  if (typeof start === 'number') Object.assign(node, { start, end: start, range: [start, start] });
  for (const value of Object.values(node).flat()) if (isNode(value)) moveTo(value, { loc, start } as Node);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && !('line' in value);
}
