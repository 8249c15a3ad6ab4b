import { parse, type ParserOptions } from '@babel/parser';
import type { File } from '@babel/types';

const plugins = {
  ts: ['typescript', 'decorators-legacy'],
  js: ['decorators-legacy'],
} as const satisfies Record<string, NonNullable<ParserOptions['plugins']>>;

/** Parses a solution, module or script. Throws a `SyntaxError` where it is neither. */
export function parseSolution(code: string, language: 'ts' | 'js'): File {
  return parse(code, { sourceType: 'unambiguous', ranges: true, plugins: [...plugins[language]] });
}
