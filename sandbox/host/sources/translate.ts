import { type HelperMode, type OxcError, type TransformOptions, transformSync } from 'oxc-transform';
import { decoratorHelpers, hasStandardDecorators } from './decorators.ts';
import { lineFinder } from './lines.ts';
import { mappedLines, type OriginalLine, sameLine } from './original-lines.ts';
import { failure, type Problem, type Result } from './problem.ts';
import type { Format } from './unit.ts';

export interface Translated {
  readonly code: string;
  /** One line that has to run before the code. */
  readonly prelude: string;
  readonly originalLine: OriginalLine;
}

type SourceType = NonNullable<TransformOptions['sourceType']>;

const fatal: readonly string[] = ['Error'];

/** What is JavaScript already. */
export function untranslated(code: string): Translated {
  return { code, prelude: '', originalLine: sameLine };
}

/**
 * Turns TypeScript, or JavaScript with decorators, into JavaScript that V8 runs.
 *
 * @param wanted The format, where the file's name tells it.
 */
export function translate(text: string, lang: 'ts' | 'js', wanted?: Format): Result<Translated> {
  const source = escapeLoneSurrogates(text);
  const problems: Problem[] = [];
  for (const sourceType of wanted === undefined ? (['unambiguous', 'commonjs'] as const) : [wanted]) {
    const { code, errors, helpersUsed } = transformSync('text', source, options(lang, sourceType));
    const problem = problemOf(source, errors);
    if (problem === undefined) return translated(source, code, Object.keys(helpersUsed), options(lang, sourceType));
    problems.push(problem);
  }
  return { ok: false, problem: furthest(problems) };
}

/** Whether a text that cannot be translated could be if it were allowed to contain JSX. */
export function isJsx(text: string): boolean {
  if (!/<\/|\/>/.test(text)) return false;
  const { errors } = transformSync('text', text, { lang: 'tsx', jsx: 'preserve' });
  return errors.length === 0;
}

function options(lang: 'ts' | 'js', sourceType: SourceType): TransformOptions {
  return { lang, sourceType, decorator: { legacy: true }, helpers: { mode: 'External' as HelperMode } };
}

function translated(
  text: string,
  code: string,
  helpers: readonly string[],
  options: TransformOptions,
): Result<Translated> {
  if (helpers.length > 0 && hasStandardDecorators(text)) {
    return failure('decorators have to be written for `experimentalDecorators`: (target, key, descriptor)');
  }
  const prelude = helpers.length > 0 ? decoratorHelpers : '';
  const originalLine = mappedLines(code, () => transformSync('text', text, { ...options, sourcemap: true }).map);
  return { ok: true, value: { code, prelude, originalLine } };
}

function problemOf(text: string, errors: readonly OxcError[]): Problem | undefined {
  const error = errors.find(({ severity }) => fatal.includes(severity));
  if (error === undefined) return undefined;
  if (error.labels.length === 0) return { message: error.message };
  // Of several places, such as those of two declarations of one name, the last is where it goes wrong.
  return { message: error.message, line: lineAtByte(text, Math.max(...error.labels.map(({ start }) => start))) };
}

/** The line, from 1, of an offset into the text's UTF-8 form. */
function lineAtByte(text: string, byte: number): number {
  return lineFinder(text)(Buffer.from(text).subarray(0, byte).toString().length);
}

/** Of several ways to read a text, the one that got furthest is most likely what its author had in mind. */
function furthest(problems: readonly Problem[]): Problem {
  return problems.reduce((best, problem) => ((problem.line ?? 0) > (best.line ?? 0) ? problem : best));
}

/** Halves of a character do not survive the way into the translator, but their escapes do. */
function escapeLoneSurrogates(text: string): string {
  if (text.isWellFormed()) return text;
  return text.replaceAll(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
}
