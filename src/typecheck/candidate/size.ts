import type { TypeCheckJob } from '../../core/ports.ts';
import type { Diagnostic } from '../../core/verdict.ts';

/** Longer texts are refused by the sandbox too; some would end the type server, whose parser calls itself. */
const maxLength = 256 * 1024;
/** TypeScript numbers the errors of its parser from 1002. */
const code = 1000;

/** What is wrong with texts that are too long to be looked at. */
export function lengthErrors({ solution, suite = '', files = {} }: TypeCheckJob): readonly Diagnostic[] {
  const texts = [
    ['solution', '', solution],
    ['suite', '', suite],
  ] as const;
  const further = Object.entries(files).map(([path, text]) => ['solution', `${path}: `, text] as const);
  return [...texts, ...further]
    .filter(([, , { length }]) => length > maxLength)
    .map(([file, name, { length }]) => {
      const message = `${name}The source is ${length} characters long; at most ${maxLength} are taken.`;
      return { file, line: 1, code, message };
    });
}
