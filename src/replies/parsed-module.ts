import { parse, type ParserOptions } from '@babel/parser';
import type { Statement } from '@babel/types';
import { declaredNames, exportedNames } from './names.ts';

/** What a piece of text is as a TypeScript module. */
export type ParsedModule =
  | {
      readonly parses: true;
      readonly exports: ReadonlySet<string>;
      readonly declares: ReadonlySet<string>;
      readonly body: ModuleBody;
    }
  | { readonly parses: false; readonly brokenAtEnd: boolean; readonly message: string };

/** The module's top level. */
export type ModuleBody = readonly Statement[];

const options: ParserOptions = { sourceType: 'module', plugins: ['typescript'], attachComment: false };

/**
 * Parses TypeScript and tells which values the module exports and declares at its top level; types do not count.
 *
 * The parser is one in JavaScript on purpose: a reply that a model repeated without end nests so deeply that native
 * parsers overflow the stack and take the process with them, where this one throws.
 */
export function parseModule(code: string): ParsedModule {
  try {
    const { body } = parse(code, options).program;
    return { parses: true, exports: exportedNames(body), declares: declaredNames(body), body };
  } catch (error) {
    if (error instanceof RangeError) return { parses: false, brokenAtEnd: false, message: 'it nests too deeply' };
    if (!isParseError(error)) throw error;
    return { parses: false, brokenAtEnd: isBrokenAtEnd(code, error), message: error.message };
  }
}

interface ParseError extends Error {
  readonly pos: number;
  readonly reasonCode: string;
}

function isParseError(error: unknown): error is ParseError {
  return error instanceof SyntaxError && 'pos' in error && 'reasonCode' in error;
}

/** Whether the text ended before the module did: the parser wanted more, or stopped within an unfinished literal. */
function isBrokenAtEnd(code: string, { pos, reasonCode }: ParseError): boolean {
  return reasonCode.startsWith('Unterminated') || pos >= code.trimEnd().length;
}
