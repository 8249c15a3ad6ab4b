import { sameLine } from './original-lines.ts';
import { failure, type Result } from './problem.ts';
import type { Unit } from './unit.ts';

/** Makes a module of a JSON file, whose value is `module.exports` and thereby the default export. */
export function jsonUnit(path: string, text: string): Result<Unit> {
  try {
    JSON.parse(text);
  } catch (error) {
    if (error instanceof RangeError) return failure('The value is nested too deeply');
    if (error instanceof SyntaxError) return failure(error.message, lineIn(error.message));
    throw error;
  }
  return { ok: true, value: unitOf(path, `module.exports = JSON.parse(${JSON.stringify(text)});`) };
}

function unitOf(path: string, code: string): Unit {
  return {
    path,
    format: 'commonjs',
    code,
    imports: [],
    declares: [],
    offers: 'nothing',
    exports: 'unknown',
    usesCommonJs: true,
    usesTopLevelAwait: false,
    isStrict: false,
    freeNames: new Set(['module', 'JSON']),
    originalLine: sameLine,
  };
}

function lineIn(message: string): number | undefined {
  const line = /\(line (\d+) column \d+\)/.exec(message)?.[1];
  return line === undefined ? undefined : Number(line);
}
