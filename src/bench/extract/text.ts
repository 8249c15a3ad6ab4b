import { fromFirstCodeLine } from '../../replies/unfenced.ts';
import type { Problem } from '../problem.ts';
import { repaired } from '../../replies/repairs.ts';
import { continued } from './continuation.ts';
import { longestBeginning } from './cut.ts';
import type { Draft } from './extraction.ts';
import { declaresInText, defines, isProgram, parseProgram, type Program } from './program.ts';
import { namedDefault } from './reach.ts';

/** The program in a reply without fences: a whole one, with prose round it perhaps, or a continuation of the prompt. */
export function fromText(text: string, problem: Problem): Draft | undefined {
  const { entryPoint } = problem;
  const { code, notes } = repaired(text, isProgram);
  const wanted = (program: Program): boolean =>
    entryPoint === undefined ? program.exports.size + program.assigns.size > 0 : defines(program, entryPoint);
  const program = parseProgram(code);
  if (program !== undefined && wanted(program)) return { form: 'program', code, notes };
  const found =
    beginningWith(code, wanted) ??
    // A whole program that does not parse is for the judge to name.
    (entryPoint !== undefined && declaresInText(code, entryPoint)
      ? undefined
      : (continued(code, problem) ?? (program && nameless(program, entryPoint))));
  return found && { ...found, notes: [...notes, ...found.notes] };
}

function beginningWith(code: string, wanted: (program: Program) => boolean): Draft | undefined {
  const from = fromFirstCodeLine(code);
  const whole = (part: string): string | undefined => {
    const program = parseProgram(part);
    return program !== undefined && wanted(program) ? part : undefined;
  };
  const part = from === undefined ? undefined : longestBeginning(from, whole);
  return part === undefined ? undefined : { form: 'program', code: `${part}\n`, notes: ['cut what is no code'] };
}

function nameless(program: Program, entryPoint: string | undefined): Draft | undefined {
  const named = entryPoint === undefined ? undefined : namedDefault(program, entryPoint);
  return named && { form: 'program', code: named.code, notes: named.note === undefined ? [] : [named.note] };
}
