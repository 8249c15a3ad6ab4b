import { definePrompt, materialRule, type Prompt } from '../../core/prompt.ts';
import { taskAnswer, taskMaterial, taskSystem } from './task-parts.ts';
import { suiteRules, suiteSystem } from './suite-parts.ts';

type TaskSlot = 'statement' | 'signature' | 'principles';
type CodeSlot = TaskSlot | 'work';
type ReviseSlot = 'statement' | 'signature' | 'faults';

const system = `You are a strict and fair reviewer. You find what breaks a principle, say where and why, and invent nothing. ${materialRule}`;

const answer = `Principles:

{{principles|<principles>}}

Answer with one JSON object and nothing else: {"faults": [{"principle": name of the principle, "problem": what breaks it, where, and what would be right}]}. An empty list if nothing does.`;

/** A task, and principles → what breaks them, as JSON (the critique of Bai et al. 2022, "Constitutional AI"). */
export const critiqueTaskPrompt: Prompt<TaskSlot> = definePrompt(
  { name: 'critique-task', system, user: `Review this programming task.\n\n${taskMaterial}\n\n${answer}` },
  ['statement', 'signature', 'principles'],
);

export const critiqueSolutionPrompt: Prompt<CodeSlot> = definePrompt(
  {
    name: 'critique-solution',
    system,
    user: `Review a solution of this task.\n\n${taskMaterial}\n\nThe solution:\n\n{{work|ts}}\n\n${answer}`,
  },
  ['statement', 'signature', 'principles', 'work'],
);

export const critiqueTestsPrompt: Prompt<CodeSlot> = definePrompt(
  {
    name: 'critique-tests',
    system,
    user: `Review a test suite for solutions of this task.\n\n${taskMaterial}\n\nThe suite:\n\n{{work|ts}}\n\n${answer}`,
  },
  ['statement', 'signature', 'principles', 'work'],
);

/** A task and its faults → the task again, as JSON. */
export const reviseTaskPrompt: Prompt<ReviseSlot> = definePrompt(
  {
    name: 'revise-task',
    system: `${taskSystem} ${materialRule}`,
    user: `Revise this programming task.\n\n${taskMaterial}\n\nA reviewer found:\n\n{{faults|<faults>}}\n\nMend what is right in this, keep all else, and settle what was open in one way.\n\n${taskAnswer}`,
  },
  ['statement', 'signature', 'faults'],
);

/** A task, a solution and its faults → the solution again. */
export const reviseSolutionPrompt: Prompt<ReviseSlot | 'work' | 'entryPoint'> = definePrompt(
  {
    name: 'revise-solution',
    system: `You are an expert TypeScript engineer. You take a review seriously, and check it before you follow it. ${materialRule}`,
    user: `Revise a solution of this task.\n\n${taskMaterial}\n\nThe solution:\n\n{{work|ts}}\n\nA reviewer found:\n\n{{faults|<faults>}}\n\nMend what is right in this. Answer with the whole TypeScript module in one fenced block that exports {{entryPoint}}. Standard ECMAScript only, no imports. It compiles under "strict" and "noUncheckedIndexedAccess".`,
  },
  ['statement', 'signature', 'faults', 'work', 'entryPoint'],
);

/** A task, a suite and its faults → the suite again. */
export const reviseTestsPrompt: Prompt<ReviseSlot | 'work' | 'entryPoint'> = definePrompt(
  {
    name: 'revise-tests',
    system: suiteSystem,
    user: `Revise a test suite for solutions of this task.\n\n${taskMaterial}\n\nThe suite:\n\n{{work|ts}}\n\nA reviewer found:\n\n{{faults|<faults>}}\n\nMend what is right in this, and keep all else.\n\n${suiteRules}`,
  },
  ['statement', 'signature', 'faults', 'work', 'entryPoint'],
);
