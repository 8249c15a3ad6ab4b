import { parse } from '@babel/parser';
import type { ImportDeclaration } from '@babel/types';
import { publicFaces } from './signature.ts';

/**
 * A file of tests as the suite of one piece of the file that it tests: it imports the piece as `./solution`. Undefined
 * where it imports other things of its house, or none of the piece's.
 */
export function ownTests(text: string, code: string): string | undefined {
  const near = importsOf(text)?.filter(({ source }) => source.value.startsWith('.'));
  const [only, ...others] = near ?? [];
  if (!only || others.length > 0) return undefined;
  const offered = publicFaces(code) ?? new Map<string, unknown>();
  const names = only.specifiers.map((one) =>
    one.type === 'ImportSpecifier' && one.imported.type === 'Identifier' ? one.imported.name : undefined,
  );
  if (!names.every((name) => name !== undefined && offered.has(name))) return undefined;
  const { start, end } = only.source;
  return `${text.slice(0, start ?? 0)}'./solution'${text.slice(end ?? 0)}`;
}

function importsOf(text: string): ImportDeclaration[] | undefined {
  try {
    const { body } = parse(text, { sourceType: 'module', plugins: ['typescript'] }).program;
    return body.filter((statement) => statement.type === 'ImportDeclaration');
  } catch (error) {
    // No module, or too deep for the parser.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}
