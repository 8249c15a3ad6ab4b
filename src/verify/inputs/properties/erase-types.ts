import type { Node } from '@babel/types';
import { nodesIn } from '../syntax.ts';

type Range = readonly [from: number, to: number];

/** A node's text as JavaScript: what only types need is blanked out. */
export function withoutTypes(text: string, node: Node): string {
  const [from, to] = [node.start ?? 0, node.end ?? 0];
  const blanks = [...nodesIn(node)].flatMap((inner) => blanksOf(text, inner));
  let result = text.slice(from, to);
  for (const [start, end] of blanks) {
    result = result.slice(0, start - from) + ' '.repeat(end - start) + result.slice(end - from);
  }
  return result;
}

function blanksOf(text: string, node: Node): readonly Range[] {
  const [start, end] = [node.start ?? 0, node.end ?? 0];
  switch (node.type) {
    case 'TSTypeAnnotation':
    case 'TSTypeParameterDeclaration':
    case 'TSTypeParameterInstantiation':
      return [[start, end]];
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return [[node.expression.end ?? end, end]];
    case 'TSNonNullExpression':
      return [[end - 1, end]];
    case 'Identifier': {
      const after = start + node.name.length;
      return node.optional === true && text[after] === '?' ? [[after, after + 1]] : [];
    }
    default:
      return [];
  }
}
