import { type ModuleDeclaration, parse, type Statement } from 'acorn';
import { transformSync } from 'oxc-transform';
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

/** The module's top level after its types were removed. */
export type ModuleBody = readonly (Statement | ModuleDeclaration)[];

/** Parses TypeScript and tells which values the module exports and declares at its top level; types do not count. */
export function parseModule(code: string): ParsedModule {
  const { code: javascript, errors } = transformSync('module.ts', code, {
    lang: 'ts',
    sourceType: 'module',
    target: 'esnext',
    typescript: { onlyRemoveTypeImports: true },
  });
  const error = errors.find(({ severity }) => (severity as string) === 'Error');
  if (error !== undefined) return { parses: false, brokenAtEnd: isBrokenAtEnd(code, error), message: error.message };
  return readJavaScript(javascript);
}

function readJavaScript(code: string): ParsedModule {
  try {
    const { body } = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
    return { parses: true, exports: exportedNames(body), declares: declaredNames(body), body };
  } catch (error) {
    // A few slips (an export twice, or of nothing) and what V8 does not run yet (decorators) are refused only here.
    return { parses: false, brokenAtEnd: false, message: error instanceof Error ? error.message : String(error) };
  }
}

interface ParseError {
  readonly message: string;
  readonly labels: readonly { readonly start: number }[];
}

/** Whether the text ended before the module did: the parser wanted more, or stopped within an unfinished literal. */
function isBrokenAtEnd(code: string, { message, labels }: ParseError): boolean {
  if (/EOF|[Uu]nterminated/.test(message)) return true;
  // The parser counts bytes.
  const end = Buffer.byteLength(code.trimEnd());
  return labels.some(({ start }) => start >= end);
}
