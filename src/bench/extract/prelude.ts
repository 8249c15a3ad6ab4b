import type { Problem } from '../problem.ts';
import { longestBeginning } from './cut.ts';
import { parseProgram, type Program } from './program.ts';

interface Prelude {
  readonly code: string;
  readonly declares: ReadonlySet<string>;
}

/** What a prompt declares before the entry point, such as a helper that the solution or the tests may call. */
function preludeOf(problem: Problem): Prelude | undefined {
  const known = preludes.get(problem);
  if (known !== undefined) return known.prelude;
  const prelude = findPrelude(problem);
  preludes.set(problem, { prelude });
  return prelude;
}

/** A problem has many samples. */
const preludes = new WeakMap<Problem, { readonly prelude: Prelude | undefined }>();

function findPrelude({ prompt, entryPoint }: Problem): Prelude | undefined {
  if (entryPoint === undefined) return undefined;
  return longestBeginning(prompt, (part) => {
    const program = parseProgram(part);
    if (program === undefined || program.declares.has(entryPoint) || program.exports.has(entryPoint)) return undefined;
    return program.body.length === 0 ? undefined : { code: part, declares: program.declares };
  });
}

/** A program with the part of its prompt that it, or the tests, need and it leaves out. */
export function withPrelude(program: Program, problem: Problem): { readonly code: string; readonly note?: string } {
  const prelude = preludeOf(problem);
  const missing = [...(prelude?.declares ?? [])].filter((name) => !program.declares.has(name));
  const isNeeded = missing.some((name) => mentions(program.code, name) || mentions(problem.tests, name));
  if (prelude === undefined || !isNeeded || missing.length < prelude.declares.size) return { code: program.code };
  const code = `${prelude.code.trimEnd()}\n\n${program.code}`;
  return parseProgram(code) === undefined ? { code: program.code } : { code, note: 'added what the prompt declares' };
}

export function mentions(code: string, name: string): boolean {
  return new RegExp(`(?<![\\w$.])${name.replaceAll('$', String.raw`\$`)}(?![\\w$])`, 'u').test(code);
}
