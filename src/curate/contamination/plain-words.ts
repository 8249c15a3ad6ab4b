import type { Node } from '@babel/types';
import { nodesOf, programOf } from '../syntax.ts';
import { normalisedTokens } from '../tokens.ts';

/** The words of a text without case, punctuation and layout: letters and numbers are all that counts. */
export function plainWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
}

/** The comments of a program, one after the other: published prompts have their words in them. */
export function commentsOf(code: string): string {
  const found = code.match(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|"""[\s\S]*?"""/gu) ?? [];
  return found.join('\n');
}

/** The tokens of a program with names made equal, and without what TypeScript adds to JavaScript and modules to scripts. */
export function plainTokens(code: string): string[] {
  return normalisedTokens(withoutTypes(code)).filter((token) => token !== 'export' && token !== 'default');
}

type Range = readonly [from: number, to: number];

/** What does not parse stays as it is. */
function withoutTypes(code: string): string {
  const program = programOf(code, { lenient: true });
  if (!program) return code;
  const ranges = [...typeRanges(program)].toSorted(([a], [b]) => a - b);
  let [text, at] = ['', 0];
  for (const [from, to] of ranges) {
    if (from < at) continue;
    text += `${code.slice(at, from)} `;
    at = to;
  }
  return text + code.slice(at);
}

function* typeRanges(program: Node): Generator<Range> {
  for (const node of nodesOf(program)) {
    const range = typeRange(node);
    if (range) yield range;
  }
}

function typeRange(node: Node): Range | undefined {
  const [start, end] = [node.start ?? 0, node.end ?? 0];
  switch (node.type) {
    case 'TSTypeAnnotation':
    case 'TSTypeParameterDeclaration':
    case 'TSTypeParameterInstantiation':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSDeclareFunction':
      return [start, end];
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return [node.expression.end ?? end, end];
    case 'Identifier':
      // The question mark of an optional parameter stands before its type.
      return node.optional === true ? [start + node.name.length, node.typeAnnotation?.start ?? end] : undefined;
    default:
      return undefined;
  }
}
