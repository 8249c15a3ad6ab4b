import type { Operator } from '../../core/operator.ts';
import { definePrompt, materialRule, type Prompt } from '../../core/prompt.ts';
import { taskAnswer, taskMaterial, taskSystem } from './task-parts.ts';

export type EvolveSlot = 'title' | 'difficulty' | 'statement' | 'signature';

/** What each operator asks for, after Xu et al. 2023 (WizardLM) and Luo et al. 2023 (WizardCoder). */
const instructions: Readonly<Record<Operator, string>> = {
  constrain: `Make it harder by one or two further constraints or requirements, such as a rule about ties, an option, a further kind of input that must be handled, or something that must not be done. Each must change what is right for some input.`,
  deepen: `Make it ask for more of the same matter: what a first version of such a program leaves out and an expert in the field would want next. Whoever knows only the surface of the topic can no longer solve it.`,
  concretise: `Replace general notions by specific ones: a concrete domain, concrete fields and units, concrete formats and rules, so that a general recipe no longer fits without thought.`,
  reason: `Change it so that it takes several steps of reasoning to get from the input to the result: something must be worked out first before the rest can be.`,
  complicate: `Make the input more complicated: nested records, a small text format that must be parsed, several lists that belong together, or values of several kinds. Describe it fully.`,
  debug: `Put a piece of TypeScript code into the statement, in a fenced block, that tries to solve the task and is wrong in one or two realistic, subtle ways. The new task is to deliver a correct version with the same exports; say what is right, never where the error is.`,
  bound: `Add a bound on time or space that rules out the obvious solution: say how large inputs get, and what a solution must manage (such as one pass, O(n log n), or no copy of the input). The results stay well-defined.`,
  mutate: `Write a brand-new task of the same domain instead, about as hard, on something rarer: it shares the field with the given one, not its question.`,
};

function promptFor(operator: Operator): Prompt<EvolveSlot> {
  return definePrompt(
    {
      name: `evolve-${operator}`,
      system: `${taskSystem} ${materialRule}`,
      user: `Here is a programming task, "{{title}}" ({{difficulty}}).

${taskMaterial}

${instructions[operator]}

The new task stands on its own: it never mentions this one, nor that it was changed. It can still be decided for every valid input, and solved in at most 80 lines.

${taskAnswer}`,
    },
    ['title', 'difficulty', 'statement', 'signature'],
  );
}

/** A task → another, by one operator; each has a prompt of its own. */
export const evolveTaskPrompts: Readonly<Record<Operator, Prompt<EvolveSlot>>> = {
  constrain: promptFor('constrain'),
  deepen: promptFor('deepen'),
  concretise: promptFor('concretise'),
  reason: promptFor('reason'),
  complicate: promptFor('complicate'),
  debug: promptFor('debug'),
  bound: promptFor('bound'),
  mutate: promptFor('mutate'),
};
