import { parse } from '@babel/parser';
import { parseProgram, mainNames } from '../extract/program.ts';

const declaration =
  /(?:^|\n)[ \t]*(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:function\s*\*?|const|let|var|class)\s+([\w$]+)/gu;

/** The name that a prompt asks for: the last one that it declares. */
export function declaredLast(prompt: string): string | undefined {
  return Array.from(withoutComments(prompt).matchAll(declaration), ([, name]) => name).at(-1);
}

/**
 * The name that samples have to define. Some sets spell it otherwise in their own field than in prompt and tests, which
 * are what counts.
 */
export function entryPointOf(
  given: string | undefined,
  { prompt, tests }: { readonly prompt: string; readonly tests: string },
): string | undefined {
  const declared = declaredLast(prompt);
  if (given === undefined || given === '') return declared;
  const isUsed = (name: string): boolean => new RegExp(`(?<![\\w$])${RegExp.escape(name)}(?![\\w$])`, 'u').test(tests);
  return declared !== undefined && declared !== given && !isUsed(given) && isUsed(declared) ? declared : given;
}

/** The language of a problem that does not say: TypeScript where a whole program of it is no JavaScript. */
export function languageOfCode(...codes: readonly (string | undefined)[]): 'ts' | 'js' {
  const program = codes.find((code) => code !== undefined && namesIn(code) > 0);
  return program === undefined || isJavaScript(program) ? 'js' : 'ts';
}

function namesIn(code: string): number {
  const program = parseProgram(code);
  return program === undefined ? 0 : mainNames(program).length;
}

function isJavaScript(code: string): boolean {
  return (['module', 'script'] as const).some((sourceType) => {
    try {
      parse(code, { sourceType });
      return true;
    } catch {
      return false;
    }
  });
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//gu, '').replaceAll(/^[ \t]*\/\/.*$/gmu, '');
}
