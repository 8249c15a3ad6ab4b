import { parse } from './parse.ts';
import { failure, type Problem, type Result } from './problem.ts';
import { type Reading, readProgram } from './reading.ts';
import { nestedTooDeeply } from './shallow-parser.ts';
import { isJsx, type Translated, translate, untranslated } from './translate.ts';
import type { Format } from './unit.ts';

export interface Text {
  readonly path: string;
  readonly text: string;
  readonly language: 'ts' | 'js';
  /** Where the file's name tells it. */
  readonly format?: Format;
}

export interface Understood extends Translated {
  readonly reading: Reading;
}

/** Translates a text where that is needed, and reads what it imports, exports and declares. */
export function understand({ text, language, format }: Text): Result<Understood> {
  const found = language === 'ts' ? understandTypeScript(text, format) : understandJavaScript(text, format);
  // The translator dies of what the parser finds too deep.
  if (found.ok || found.problem.message === nestedTooDeeply || !isJsx(text)) return found;
  return failure('JSX is not supported', found.problem.line);
}

function understandTypeScript(text: string, format: Format | undefined): Result<Understood> {
  const translated = translate(text, 'ts', format);
  if (translated.ok) return readTranslated(translated.value, format);
  // The translator reads TypeScript as strict code, so it refuses `with` and octal numbers.
  const script = readTranslated(untranslated(text), format);
  return script.ok ? script : translated;
}

function understandJavaScript(text: string, format: Format | undefined): Result<Understood> {
  const plain = readTranslated(untranslated(text), format);
  if (plain.ok || !isDecorated(plain.problem)) return plain;
  const translated = translate(text, 'js', format);
  return translated.ok ? readTranslated(translated.value, format) : translated;
}

function isDecorated({ message }: Problem): boolean {
  return message.includes("'@'");
}

function readTranslated(translated: Translated, format: Format | undefined): Result<Understood> {
  const reading = readCode(translated.code, format);
  if (reading.ok) return { ok: true, value: { ...translated, reading: reading.value } };
  const { message, line } = reading.problem;
  return failure(message, line === undefined ? undefined : translated.originalLine(line));
}

function readCode(code: string, format: Format | undefined): Result<Reading> {
  const parsed = parse(code, format);
  if (!parsed.ok) return parsed;
  const reading = readProgram(code, parsed.value);
  // `await (…)` in a script calls a function of that name. If there is none, it was meant for a module.
  if (format !== undefined || reading.format === 'module' || !reading.freeNames.has('await')) {
    return { ok: true, value: reading };
  }
  const module = parse(code, 'module');
  return { ok: true, value: module.ok ? readProgram(code, module.value) : reading };
}
