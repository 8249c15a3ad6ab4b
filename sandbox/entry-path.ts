import { fileURLToPath } from 'node:url';

/**
 * The path of a file of this subsystem, given without its extension and relative to this one: `.ts` in a checkout,
 * `.js` once compiled, because Node strips no types inside `node_modules`.
 */
export function entryPath(name: string): string {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return fileURLToPath(new URL(`./${name}.${extension}`, import.meta.url));
}
