import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, resolve } from 'node:path';
import type { z } from 'zod';
import { inputError, type WinnowError } from '../core/error.ts';
import { errorCode } from '../input/read-text.ts';

const modules = new Set(['.ts', '.mts', '.js', '.mjs']);

/** Whether a configuration is a module, whose default export it is. */
export function isModule(path: string): boolean {
  return modules.has(extname(path));
}

/** Reads and validates a module's default export. Throws an input error that names the file, and the key of what does not fit. */
export function readModule<T>(path: string, schema: z.ZodType<T>): T {
  const value = defaultExport(path);
  if (typeof value === 'function') throw bad(path, 'its default export is a function, and must be the configuration');
  if (value === undefined) throw bad(path, 'it has no default export: write `export default { … }`');
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path: key, message }) => `${path}: ${key.map(String).join('.')}: ${message}`,
  );
  throw inputError('config-invalid', problems.join('\n'));
}

function defaultExport(path: string): unknown {
  if (!existsSync(path))
    throw inputError(
      'file-unreadable',
      `Cannot read the configuration ${path}: there is no such file. Check the path.`,
    );
  try {
    const exports = createRequire(import.meta.url)(resolve(path)) as unknown;
    return typeof exports === 'object' && exports !== null && 'default' in exports ? exports.default : undefined;
  } catch (cause) {
    throw bad(path, whyNot(cause), cause);
  }
}

function whyNot(cause: unknown): string {
  const message = cause instanceof Error ? (cause.message.split('\n', 1)[0] ?? '') : String(cause);
  if (errorCode(cause) === 'ERR_REQUIRE_ASYNC_MODULE')
    return 'it awaits at its top level, which a configuration may not';
  return cause instanceof SyntaxError ? `it is no valid module (${message})` : `it cannot be loaded (${message})`;
}

function bad(path: string, why: string, cause?: unknown): WinnowError {
  return inputError('config-invalid', `${path}: ${why}.`, cause);
}
