import { parse, type Options } from 'acorn';

const lenient: Omit<Options, 'sourceType'> = {
  ecmaVersion: 'latest',
  allowHashBang: true,
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
};

/** The language of a code that does not say: TypeScript where it is no JavaScript. */
export function languageOf(code: string): 'ts' | 'js' {
  return parses(code, 'module') || parses(code, 'script') ? 'js' : 'ts';
}

function parses(code: string, sourceType: 'module' | 'script'): boolean {
  try {
    parse(code, { ...lenient, sourceType });
    return true;
  } catch {
    return false;
  }
}
