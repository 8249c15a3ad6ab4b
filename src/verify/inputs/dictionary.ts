import type { Node } from '@babel/types';
import type { Vocabularies } from './infer/texts.ts';
import { nodesIn, read } from './syntax.ts';

export interface Dictionary {
  readonly numbers: readonly number[];
  readonly vocabularies: Vocabularies;
}

/** The literals that solutions compare their inputs with, which fuzzers take for good inputs (AFL's dictionaries, 2015). */
export function dictionaryOf(solutions: readonly string[]): Dictionary {
  const nodes = solutions.flatMap((solution) => [...nodesIn(read(solution)?.body ?? [])]);
  const numbers = nodes.flatMap((node) => (node.type === 'NumericLiteral' ? [node.value] : []));
  const lists = nodes.map(vocabularyOf).filter((list) => list.length >= 2);
  const longestFirst = lists.toSorted((a, b) => b.length - a.length);
  return { numbers: [...new Set(numbers)].toSorted((a, b) => a - b), vocabularies: longestFirst };
}

function vocabularyOf(node: Node): readonly string[] {
  switch (node.type) {
    case 'ArrayExpression':
      return node.elements.flatMap((item) => (item === null ? [] : textOf(item)));
    case 'ObjectExpression':
      return node.properties.flatMap((property) => {
        if (property.type !== 'ObjectProperty' || property.computed) return [];
        return property.key.type === 'Identifier' ? [property.key.name] : textOf(property.key);
      });
    case 'SwitchStatement':
      return node.cases.flatMap(({ test }) => (test ? textOf(test) : []));
    default:
      return [];
  }
}

function textOf(node: Node): readonly string[] {
  return node.type === 'StringLiteral' ? [node.value] : [];
}
