import { transformSync } from 'oxc-transform';
import type { Report } from '../types.ts';

type SourceSide = 'solution' | 'suite';
type Transpiled = { readonly ok: true; readonly code: string } | { readonly ok: false; readonly report: Report };

const fatal: readonly string[] = ['Error'];
const maxSourceBytes = 256 * 1024;

export interface Source {
  readonly side: SourceSide;
  readonly language: 'ts' | 'js';
  readonly code: string;
}

/**
 * Turns TypeScript into JavaScript. This happens in the child because deep nesting overflows the native stack of the
 * parser, which kills the whole process that it runs in.
 */
export function transpile({ side, language, code }: Source): Transpiled {
  if (code.length > maxSourceBytes) {
    return refused(side, `${side}: the source is ${code.length} characters long; at most ${maxSourceBytes} are taken`);
  }
  const text = code.replace(/^\uFEFF/, '');
  const { code: output, errors } = transformSync(`${side}.${language}`, text, {
    lang: language,
    sourceType: 'module',
    target: 'es2024',
  });
  const error = errors.find(({ severity }) => fatal.includes(severity));
  if (error === undefined) return { ok: true, code: output };
  const at = error.labels[0]?.start;
  return refused(side, `${side}${at === undefined ? '' : `:${lineAt(text, at)}`}: ${error.message}`);
}

function refused(side: SourceSide, message: string): Transpiled {
  return { ok: false, report: { kind: 'malformed', side, stage: 'parse', message } };
}

/** The line, from 1, of an offset into the text's UTF-8 form. */
function lineAt(text: string, offset: number): number {
  return Buffer.from(text).subarray(0, offset).toString().split('\n').length;
}
