/** Finds the calls in a suite that register tests, and the names that they give them. */
import type { CallExpression, File, Node } from '@babel/types';

/** What a suite calls the functions that register tests and blocks of tests. */
export interface TestNames {
  readonly tests: ReadonlySet<string>;
  readonly blocks: ReadonlySet<string>;
}

const testWords: ReadonlySet<string> = new Set(['test', 'it']);
const blockWords: ReadonlySet<string> = new Set(['describe', 'suite']);

/** The names that the suite has imported them by, or all where they are globals. */
export function testNames({ program }: File): TestNames {
  const tests = new Set(testWords);
  const blocks = new Set(blockWords);
  for (const statement of program.body) {
    if (statement.type !== 'ImportDeclaration') continue;
    for (const specifier of statement.specifiers) {
      if (specifier.type !== 'ImportSpecifier') continue;
      const { imported, local } = specifier;
      const word = imported.type === 'Identifier' ? imported.name : imported.value;
      if (testWords.has(word)) tests.add(local.name);
      if (blockWords.has(word)) blocks.add(local.name);
    }
  }
  return { tests, blocks };
}

/** The name that a call chain begins with: `test` of `test.each(rows)(title, body)`. */
function rootName(node: Node): string | undefined {
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'CallExpression':
      return rootName(node.callee);
    case 'MemberExpression':
      return rootName(node.object);
    case 'TaggedTemplateExpression':
      return rootName(node.tag);
    default:
      return undefined;
  }
}

/** The outermost calls within a node that begin with one of some names. */
export function callsOf(node: Node, names: ReadonlySet<string>): readonly CallExpression[] {
  if (node.type === 'CallExpression' && names.has(rootName(node) ?? '')) return [node];
  return childrenOf(node).flatMap((child) => callsOf(child, names));
}

function childrenOf(node: Node): readonly Node[] {
  return Object.entries(node).flatMap(([key, value]) => (key.endsWith('Comments') ? [] : nodesIn(value)));
}

function nodesIn(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value ? [value as Node] : [];
}

/** Whether a call registers one test or block, and no more: `test(…)`, `it.only(…)`, and not `test.each(rows)(…)`. */
export function isPlain({ callee }: CallExpression): boolean {
  if (callee.type === 'Identifier') return true;
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false;
  return callee.property.type === 'Identifier' && !['each', 'for', 'prop'].includes(callee.property.name);
}

/** The title of a test or block; what only shows when it runs is left open. */
export function titlePattern(call: CallExpression): string {
  const [title] = call.arguments;
  if (title?.type === 'StringLiteral') return isPlain(call) ? escaped(title.value) : openPattern(title.value);
  if (title?.type !== 'TemplateLiteral') return '.*';
  const texts = title.quasis.map(({ value }) => value.cooked ?? '');
  return isPlain(call) ? texts.map(escaped).join('.*') : texts.map(openPattern).join('.*');
}

/** A title of `each` has placeholders, `%s` or `$key`, and one of `prop` is followed by a seed. */
function openPattern(title: string): string {
  const parts = title.split(/%[sdifjoOc#$%]|\$[\w.]+/);
  return `${parts.map(escaped).join('.*')}.*`;
}

function escaped(text: string): string {
  return text.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`);
}
