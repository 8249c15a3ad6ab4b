import type { TypeCheckJob } from '../../core/ports.ts';
import { readTopLevel } from './top-level.ts';

/** What a suite can have of a solution. */
export interface Offers {
  /** What the solution declares, where the suite may see it as globals. */
  readonly declared: ReadonlySet<string>;
  /** Exports to be added to the solution, after its last line. */
  readonly exports: string;
}

const exportsAtStart = /^[\t ]*export(?![\p{ID_Continue}$.])/mu;
const commonJs = /(?<![\p{ID_Continue}$.])(?:module\s*\.\s*exports|exports\s*[.[])/u;
const namedExport = /(?<![\p{ID_Continue}$.])(?:module\s*\.\s*)?exports\s*\.\s*(?<name>[A-Za-z_$][\w$]*)\s*=(?!=)/gu;

/** @param asGlobals Whether the suite does not name the solution, and so sees all that it declares. */
export function offersOf({ solution, language }: TypeCheckJob, asGlobals: boolean): Offers {
  if (!asGlobals && exportsAtStart.test(solution)) return { declared: new Set(), exports: '' };
  const { declares, exports, hasExports } = readTopLevel(solution);
  const isCommonJs = !hasExports && commonJs.test(solution);
  // JavaScript's own way of exporting is understood as it is.
  const added =
    (hasExports && !asGlobals) || (isCommonJs && language === 'js') ? [] : [...declares.difference(exports)];
  const tail = [
    ...(added.length > 0 ? [`export { ${added.join(', ')} };`] : []),
    ...(isCommonJs && language !== 'js' ? commonJsExports(solution, declares) : []),
  ];
  return { declared: declares, exports: tail.length > 0 ? `\n${tail.join(' ')}` : '' };
}

function commonJsExports(solution: string, declared: ReadonlySet<string>): readonly string[] {
  const names = new Set(Array.from(solution.matchAll(namedExport), ({ groups }) => groups?.['name'] ?? ''));
  const others = [...names.difference(declared)].filter((name) => name !== 'default');
  return ['export default module.exports;', ...others.map((name) => `export declare const ${name}: any;`)];
}
