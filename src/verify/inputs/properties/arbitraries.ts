import type { Node } from '@babel/types';
import { nodesIn, read } from '../syntax.ts';
import { declarationsFor, freeNames, namesOf, type Surroundings } from './closed.ts';
import { withoutTypes } from './erase-types.ts';
import { type Guard, guardsBefore } from './guards.ts';

/** More than so many arbitraries of suites say nothing new. */
const most = 12;

/**
 * The arbitraries of argument lists that suites' own properties contain, as JavaScript source.
 *
 * A property `fc.property(a, b, (x, y) => … entry(x, [y]) …)`, or `test.prop([a, b])(name, (x, y) => …)`, gives
 * `fc.tuple(a, b).map(([x, y]) => [x, [y]])`, if everything in it is closed within the suite. It gives `undefined` where
 * the property says by `fc.pre(…)` or an early return that it is not about what was drawn.
 */
export function suiteArbitraries(suites: readonly string[], entryPoint: string): readonly string[] {
  const found = suites.flatMap((suite) => {
    const source = read(suite);
    if (source === undefined) return [];
    const around = { text: suite, declared: declaredIn(source.body) };
    return [...nodesIn(source.body)]
      .flatMap((node) => propertyOf(node) ?? [])
      .flatMap((property) => listsOf(property, entryPoint, around));
  });
  return [...new Set(found)].slice(0, most);
}

interface Property {
  readonly arbitraries: readonly Node[];
  readonly params: readonly Node[];
  readonly body: Node;
}

function declaredIn(body: readonly Node[]): ReadonlyMap<string, Node> {
  const declared = new Map<string, Node>();
  for (const statement of body) {
    if (statement.type === 'FunctionDeclaration' && statement.id) declared.set(statement.id.name, statement);
    if (statement.type !== 'VariableDeclaration') continue;
    for (const one of statement.declarations) for (const name of namesOf([one.id])) declared.set(name, one);
  }
  return declared;
}

function propertyOf(node: Node): Property | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const last = node.arguments.findLast(
    ({ type }) => type === 'ArrowFunctionExpression' || type === 'FunctionExpression',
  );
  if (last?.type !== 'ArrowFunctionExpression' && last?.type !== 'FunctionExpression') return undefined;
  const arbitraries = arbitrariesOf(node);
  return arbitraries === undefined ? undefined : { arbitraries, params: last.params, body: last.body };
}

function arbitrariesOf({
  callee,
  arguments: given,
}: Extract<Node, { type: 'CallExpression' }>): readonly Node[] | undefined {
  if (isMember(callee, ['property', 'asyncProperty'])) return given.slice(0, -1);
  if (callee.type !== 'CallExpression' || !isMember(callee.callee, ['prop'])) return undefined;
  const [list] = callee.arguments;
  return list?.type === 'ArrayExpression' ? list.elements.filter((element) => element !== null) : undefined;
}

function isMember(node: Node, names: readonly string[]): boolean {
  return node.type === 'MemberExpression' && node.property.type === 'Identifier' && names.includes(node.property.name);
}

function listsOf({ arbitraries, params, body }: Property, entryPoint: string, around: Surroundings): readonly string[] {
  const { text } = around;
  if (params.length === 0 || params.some(({ type }) => type === 'RestElement')) return [];
  const parameters = params.map((param) => withoutTypes(text, param)).join(', ');
  const drawn = arbitraries.slice(0, params.length);
  const locals = body.type === 'BlockStatement' ? declaredIn(body.body) : new Map<string, Node>();
  return [...nodesIn(body)].flatMap((call) => {
    if (call.type !== 'CallExpression' || !isEntry(call.callee, entryPoint)) return [];
    const guards = guardsBefore(call, body);
    const needed = localsFor([...guards.map(({ test }) => test), ...call.arguments], locals);
    if (needed === undefined) return [];
    const inner = [...guards.map(({ test }) => test), ...needed, ...call.arguments];
    const declarations = declarationsFor([...drawn, bound([...params, ...needed.map(idOf)], inner)], around);
    if (declarations === undefined || !usesParams([call, ...needed], params)) return [];
    const steps = stepsOf(text, needed, guards);
    const list = `[${call.arguments.map((argument) => withoutTypes(text, argument)).join(', ')}]`;
    const tuple = `fc.tuple(${drawn.map((one) => withoutTypes(text, one)).join(', ')})`;
    return [`(() => {\n${declarations}\nreturn ${tuple}.map(([${parameters}]) => { ${steps}return ${list}; });\n})()`];
  });
}

/** The constants, and the ends of the way for lists that the property is not about, in the order of the text. */
function stepsOf(text: string, constants: readonly Node[], guards: readonly Guard[]): string {
  const steps = [
    ...constants.map((one) => ({ at: one.start ?? 0, step: `const ${withoutTypes(text, one)}; ` })),
    ...guards.map(({ test, goesOn }) => ({
      at: test.start ?? 0,
      step: `if (${goesOn ? '!' : ''}(${withoutTypes(text, test)})) return undefined; `,
    })),
  ];
  return steps
    .toSorted((a, b) => a.at - b.at)
    .map(({ step }) => step)
    .join('');
}

function isEntry(callee: Node, entryPoint: string): boolean {
  return callee.type === 'Identifier' && callee.name === entryPoint;
}

function idOf(declarator: Node): Node {
  return declarator.type === 'VariableDeclarator' ? declarator.id : declarator;
}

/** The callback's own constants that an argument list needs, in order; nothing where one of them is filled later. */
function localsFor(list: readonly Node[], locals: ReadonlyMap<string, Node>): readonly Node[] | undefined {
  const needed = new Set<Node>();
  const waiting = [...list];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const name of freeNames(node)) {
      const local = locals.get(name);
      if (local === undefined || needed.has(local)) continue;
      if (local.type !== 'VariableDeclarator' || isEmpty(local.init)) return undefined;
      needed.add(local);
      waiting.push(local);
    }
  }
  return [...new Set(locals.values())].filter((local) => needed.has(local));
}

function isEmpty(initial: Node | null | undefined): boolean {
  if (!initial) return true;
  if (initial.type === 'ArrayExpression') return initial.elements.length === 0;
  return initial.type === 'NewExpression' && initial.arguments.length === 0;
}

/** A function of the parameters, so that their names are no free ones. */
function bound(params: readonly Node[], list: readonly Node[]): Node {
  const elements = { type: 'ArrayExpression', elements: list, start: 0, end: 0 };
  return { type: 'ArrowFunctionExpression', params, body: elements, start: 0, end: 0 } as unknown as Node;
}

/** A call without anything drawn is an example. */
function usesParams(nodes: readonly Node[], params: readonly Node[]): boolean {
  const names = new Set(
    params.flatMap((param) => [...nodesIn(param)]).map((node) => (node.type === 'Identifier' ? node.name : '')),
  );
  return [...nodesIn(nodes)].some((node) => node.type === 'Identifier' && names.has(node.name));
}
