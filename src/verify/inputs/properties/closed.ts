import type { Node } from '@babel/types';
import { nodesIn } from '../syntax.ts';
import { withoutTypes } from './erase-types.ts';

/** Declarations by name, and the text that they stand in. */
export interface Surroundings {
  readonly text: string;
  readonly declared: ReadonlyMap<string, Node>;
}

const globals: ReadonlySet<string> = new Set(
  (
    'fc undefined NaN Infinity Math Number String Boolean Array Object Set Map Date BigInt JSON Symbol RegExp Error ' +
    'TypeError RangeError parseInt parseFloat isNaN'
  ).split(' '),
);

/**
 * The declarations that a piece of code needs, in an order in which they can run, as JavaScript; nothing where it
 * needs something that is neither declared at hand nor a global of the language.
 */
export function declarationsFor(nodes: readonly Node[], around: Surroundings): string | undefined {
  const found = new Map<string, string>();
  const isClosed = nodes.every((node) => collect(node, around, { found, within: [] }));
  return isClosed ? [...found.values()].join('\n') : undefined;
}

interface Search {
  readonly found: Map<string, string>;
  readonly within: readonly string[];
}

function collect(node: Node, around: Surroundings, { found, within }: Search): boolean {
  return freeNames(node).every((name) => {
    if (found.has(name) || within.includes(name)) return true;
    const declaration = around.declared.get(name);
    if (declaration === undefined) return globals.has(name);
    if (!collect(declaration, around, { found, within: [...within, name] })) return false;
    const source = withoutTypes(around.text, declaration);
    found.set(name, declaration.type === 'VariableDeclarator' ? `const ${source};` : source);
    return true;
  });
}

/** Names that are used but not bound within; a name bound anywhere within counts as bound everywhere. */
export function freeNames(root: Node): readonly string[] {
  const used = new Set<string>();
  const bound = new Set<string>();
  const skipped = new Set<Node>();
  for (const node of nodesIn(root)) {
    if (node.type.startsWith('TS') && !node.type.endsWith('Expression'))
      for (const inner of nodesIn(node)) skipped.add(inner);
    if (skipped.has(node)) continue;
    if (node.type === 'MemberExpression' && !node.computed) skipped.add(node.property);
    if (node.type === 'ObjectProperty' && !node.computed && !node.shorthand) skipped.add(node.key);
    if (node.type === 'ObjectMethod' && !node.computed) skipped.add(node.key);
    if ('params' in node && Array.isArray(node.params)) for (const name of namesOf(node.params)) bound.add(name);
    if (node.type === 'VariableDeclarator') for (const name of namesOf([node.id])) bound.add(name);
    if ((node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression') && node.id) bound.add(node.id.name);
    if (node.type === 'Identifier') used.add(node.name);
  }
  return [...used].filter((name) => !bound.has(name));
}

/** The names that patterns bind. */
export function namesOf(patterns: readonly Node[]): readonly string[] {
  return patterns.flatMap((pattern): readonly string[] => {
    switch (pattern.type) {
      case 'Identifier':
        return [pattern.name];
      case 'AssignmentPattern':
        return namesOf([pattern.left]);
      case 'RestElement':
        return namesOf([pattern.argument]);
      case 'ArrayPattern':
        return namesOf(pattern.elements.filter((element) => element !== null));
      case 'ObjectPattern':
        return namesOf(
          pattern.properties.map((property) => (property.type === 'ObjectProperty' ? property.value : property)),
        );
      default:
        return [];
    }
  });
}
