import { definePrompt, materialRule, type Prompt } from '../../core/prompt.ts';
import type { Style } from '../../core/writing.ts';
import { taskMaterial } from './task-parts.ts';

export type SolutionSlot = 'statement' | 'signature' | 'entryPoint';

const rules: Readonly<Record<Style, string>> = {
  functional:
    'Write it in a functional style: small pure functions, expressions and array methods, no variable that is assigned again.',
  imperative: 'Write it in an imperative style: plain loops and local variables, with early returns.',
  'class-based': 'Build it around a class of your own that holds the state of the work, and export what is asked for.',
  'strictly-typed':
    'Let the types carry the meaning: named types, discriminated unions, readonly wherever it holds, exhaustive switches, no assertions.',
};

function promptFor(style?: Style): Prompt<SolutionSlot> {
  return definePrompt(
    {
      name: style === undefined ? 'write-solution' : `write-solution-${style}`,
      system: `You are an expert TypeScript engineer. Think the task through first: restate what is asked, list the edge cases, choose an algorithm. Then write clear, correct, strictly typed code. ${materialRule}`,
      user: `Solve this task.

${taskMaterial}
${style === undefined ? '' : `\n${rules[style]}\n`}
Answer with one complete TypeScript module in one fenced block that exports {{entryPoint}}. Standard ECMAScript only, no imports. It compiles under "strict" and "noUncheckedIndexedAccess".`,
    },
    ['statement', 'signature', 'entryPoint'],
  );
}

/** A task → a TypeScript module that solves it. */
export const writeSolutionPrompt: Prompt<SolutionSlot> = promptFor();

/** The same in a style, each with a prompt of its own. */
export const styledSolutionPrompts: Readonly<Record<Style, Prompt<SolutionSlot>>> = {
  functional: promptFor('functional'),
  imperative: promptFor('imperative'),
  'class-based': promptFor('class-based'),
  'strictly-typed': promptFor('strictly-typed'),
};
