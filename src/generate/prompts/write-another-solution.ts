import { definePrompt, materialRule, type Prompt } from '../../core/prompt.ts';
import { taskMaterial } from './task-parts.ts';

type Slot = 'statement' | 'signature' | 'entryPoint' | 'solutions';

/** A task and solutions of it → a module that solves it by another algorithm. */
export const writeAnotherSolutionPrompt: Prompt<Slot> = definePrompt(
  {
    name: 'write-another-solution',
    system: `You are an expert TypeScript engineer who knows more than one way to solve a problem. ${materialRule}`,
    user: `Solve this task by another algorithm than those below.

${taskMaterial}

Solutions there are:

{{solutions|ts}}

Choose a way that differs in substance: another data structure, another order of work, recursion for loops or loops for recursion, sorting for searching, a closed form. Other names or another style are no other way. Answer with one complete TypeScript module in one fenced block that exports {{entryPoint}}. Standard ECMAScript only, no imports. It compiles under "strict" and "noUncheckedIndexedAccess".`,
  },
  ['statement', 'signature', 'entryPoint', 'solutions'],
);
