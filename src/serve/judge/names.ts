import type { CallExpression, Node } from '@babel/types';

/** The names that a module of tests uses, declares and calls. */
export interface Names {
  /** All but those of properties. */
  readonly used: ReadonlySet<string>;
  /** What imports and declarations give a name to. */
  readonly bound: ReadonlySet<string>;
  /** What is called as tests are declared: for its effect, or with a function. By its first name, `it` for `it.each(…)(…)`. */
  readonly declares: ReadonlySet<string>;
}

interface Found {
  readonly used: Set<string>;
  readonly bound: Set<string>;
  readonly declares: Set<string>;
}

/** Looks through a whole syntax tree. */
export function namesIn(root: Node): Names {
  const found: Found = { used: new Set(), bound: new Set(), declares: new Set() };
  // No recursion: trees may be deeper than the stack.
  const ahead = [root];
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    note(node, found);
    ahead.push(...childrenOf(node));
  }
  return found;
}

function note(node: Node, { used, bound, declares }: Found): void {
  if (node.type === 'Identifier') used.add(node.name);
  if (isImported(node)) bound.add(node.local.name);
  if ('id' in node && node.id?.type === 'Identifier') bound.add(node.id.name);
  if (node.type === 'ExpressionStatement' && node.expression.type === 'CallExpression') {
    declares.add(firstName(node.expression));
  }
  if (node.type === 'CallExpression' && node.arguments.some(isFunction)) declares.add(firstName(node));
}

function isImported(node: Node): node is Node & { readonly local: { readonly name: string } } {
  return ['ImportDefaultSpecifier', 'ImportNamespaceSpecifier', 'ImportSpecifier'].includes(node.type);
}

function isFunction({ type }: CallExpression['arguments'][number]): boolean {
  return type === 'ArrowFunctionExpression' || type === 'FunctionExpression';
}

function firstName(call: CallExpression): string {
  let node: Node | undefined = call;
  while (node !== undefined && node.type !== 'Identifier') node = innerOf(node);
  return node?.name ?? '';
}

/** What a call, a member or a tagged template is of. */
function innerOf(node: Node): Node | undefined {
  switch (node.type) {
    case 'CallExpression':
      return node.callee;
    case 'MemberExpression':
      return node.object;
    case 'TaggedTemplateExpression':
      return node.tag;
    default:
      return undefined;
  }
}

function childrenOf(node: Node): Node[] {
  return Object.entries(node).flatMap(([field, value]: [string, unknown]) =>
    isPropertyName(node, field) ? [] : (Array.isArray(value) ? value : [value]).filter(isNode),
  );
}

function isPropertyName(node: Node, field: string): boolean {
  return 'computed' in node && !node.computed && (field === 'property' || field === 'key');
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
