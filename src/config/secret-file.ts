import { statSync } from 'node:fs';

/** The mode bits that let others than the owner read or write. */
const othersMay = 0o077;

/** Whether others than its owner can read or write a file, where the system knows such a thing. */
export function isExposed(path: string): boolean {
  return process.platform !== 'win32' && (statSync(path).mode & othersMay) !== 0;
}
