import type { Problem } from '../problem.ts';
import { longestBeginning, untilStop } from './cut.ts';
import type { Draft } from './extraction.ts';
import { defines, parseProgram } from './program.ts';

/**
 * The prompt with what a reply continues it by: as many lines of it as make a program that defines the entry point.
 * Undefined where the prompt is no beginning, or nothing makes one of it.
 */
export function continued(text: string, problem: Problem): Draft | undefined {
  const { prompt, entryPoint, stop } = problem;
  if (entryPoint === undefined || isWhole(prompt, entryPoint)) return undefined;
  const stopped = untilStop(text, stop);
  return grown(prompt, stopped, entryPoint) ?? (stopped === text ? undefined : grown(prompt, text, entryPoint));
}

function isWhole(prompt: string, entryPoint: string): boolean {
  const program = parseProgram(prompt);
  return program !== undefined && defines(program, entryPoint);
}

function grown(prompt: string, text: string, entryPoint: string): Draft | undefined {
  const whole = (code: string): boolean => {
    const program = parseProgram(code);
    return program !== undefined && defines(program, entryPoint);
  };
  const all = text.trimEnd().length;
  // A body that is asked to stop at the brace does not have it.
  const end = longestBeginning(text, (part) => {
    if (part.trim() === '') return undefined;
    if (whole(joined(prompt, part))) return { part, closing: '' };
    return part.trimEnd().length === all && isBody(part) && whole(`${joined(prompt, part)}\n}`)
      ? { part, closing: '\n}' }
      : undefined;
  });
  if (end === undefined) return undefined;
  const notes = [
    ...(end.closing === '' ? [] : ['closed the last brace']),
    ...(end.part.trimEnd().length < all ? ['cut what follows the program'] : []),
  ];
  return { form: 'continuation', code: `${joined(prompt, end.part)}${end.closing}\n`, notes };
}

/** What returns at its top level. An example of a call, or another function, would make a body too, were it only closed. */
function isBody(text: string): boolean {
  return /\breturn\b/u.test(text) && parseProgram(text) === undefined;
}

function joined(prompt: string, text: string): string {
  return prompt.endsWith('\n') || text.startsWith('\n')
    ? `${prompt}${text}`
    : `${prompt}${separatorFor(prompt, text)}${text}`;
}

/** A reply that goes on in the line of the prompt's end needs no new line; one that begins a line does. */
function separatorFor(prompt: string, text: string): string {
  return /[{(\s]$/u.test(prompt) && /^[ \t]{2,}\S/u.test(text) ? '\n' : ' ';
}
