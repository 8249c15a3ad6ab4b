import { parse } from '@babel/parser';
import type { Node } from '@babel/types';

const skipping: ReadonlyMap<string, string> = new Map([
  ['xit', 'it'],
  ['xtest', 'test'],
  ['xdescribe', 'describe'],
]);

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/**
 * Tests in which those that ship switched off are on: learners switch on `xit`, `xtest` and `xdescribe` one by one. What
 * `.skip` leaves out stays out. Text that does not parse comes back as it is.
 */
export function runAll(tests: string): string {
  const body = parsed(tests);
  if (body === undefined) return tests;
  const names = new Map([...skipping, ...aliases(body)]);
  const found: Replacement[] = [];
  visit(body, (node) => {
    if (node.type !== 'CallExpression') return;
    const callee = rootOf(node.callee);
    const name = callee?.type === 'Identifier' ? names.get(callee.name) : undefined;
    const place = callee && placeOf(callee);
    if (place !== undefined && name !== undefined) found.push({ ...place, name });
  });
  const changed = replaced(tests, found);
  return `${importsOf(body, new Set(found.map(({ name }) => name)))}${changed}`;
}

function parsed(code: string): Node | undefined {
  try {
    return parse(code, { sourceType: 'module', plugins: ['typescript'], attachComment: false }).program;
  } catch {
    return undefined;
  }
}

/** Such as `xit as later`. */
function aliases(program: Node): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  visit(program, (node) => {
    if (node.type !== 'ImportSpecifier' || node.imported.type !== 'Identifier') return;
    const name = skipping.get(node.imported.name);
    if (name !== undefined && node.local.name !== node.imported.name) found.push([node.local.name, name]);
  });
  return found;
}

/** A line that imports what a module that imports its runners does not import yet; they are globals elsewhere. */
function importsOf(program: Node, wanted: ReadonlySet<string>): string {
  let source: string | undefined;
  const imported = new Set<string>();
  visit(program, (node) => {
    if (node.type !== 'ImportDeclaration' || !/^(?:@jest\/globals|vitest)$/u.test(node.source.value)) return;
    source = node.source.value;
    for (const { local } of node.specifiers) imported.add(local.name);
  });
  const missing = [...wanted].filter((name) => !imported.has(name));
  return source === undefined || missing.length === 0 ? '' : `import { ${missing.join(', ')} } from '${source}';\n`;
}

/** `xit` of `xit`, `xit.each(…)` and `` xit.each`…` ``. */
function rootOf(node: Node): Node | undefined {
  switch (node.type) {
    case 'Identifier':
      return node;
    case 'MemberExpression':
      return node.property.type === 'Identifier' && node.property.name === 'skip' ? undefined : rootOf(node.object);
    case 'CallExpression':
      return rootOf(node.callee);
    case 'TaggedTemplateExpression':
      return rootOf(node.tag);
    default:
      return undefined;
  }
}

function replaced(text: string, all: readonly Replacement[]): string {
  const unique = new Map(all.map((one) => [one.start, one]));
  let result = text;
  for (const { start, end, name } of [...unique.values()].toSorted((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + name + result.slice(end);
  }
  return result;
}

function visit(node: Node, seen: (node: Node) => void): void {
  seen(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, seen);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

function placeOf({ start, end }: Node): { readonly start: number; readonly end: number } | undefined {
  return typeof start === 'number' && typeof end === 'number' ? { start, end } : undefined;
}
