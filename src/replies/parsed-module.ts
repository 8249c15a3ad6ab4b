import { parse, type ParserOptions } from '@babel/parser';
import { LRUCache } from 'lru-cache';
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
  const known = lately.get(code);
  if (known) return known;
  const module = read(code);
  lately.set(code, module);
  return module;
}

/** The steps of one extraction look at the same texts again and again. Trees are large: those of long texts are not kept. */
const lately = new LRUCache<string, ParsedModule>({
  max: 32,
  maxSize: 128 * 1024,
  sizeCalculation: (_module, code) => code.length + 1,
});

function read(code: string): ParsedModule {
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
