import { fileURLToPath } from 'node:url';

/** One change to the text of a bundled package. */
export interface Patch {
  readonly file: RegExp;
  readonly find: string | RegExp;
  readonly replace: string;
}

/** The expression with which a package's text takes one of our own files. */
export function required(file: string): string {
  return `require(${JSON.stringify(fileURLToPath(new URL(`../src/lib/${file}`, import.meta.url)))})`;
}

/** What makes an error with Node's code out of a message, in a package's text. */
export function thrown(kind: 'TypeError' | 'RangeError' | 'Error', code: string, message: string): string {
  return `throw ${required('node-error.ts')}.nodeError(${kind}, '${code}', ${message})`;
}
