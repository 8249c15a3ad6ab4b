import { definePrompt, materialRule, type Prompt } from '../../core/prompt.ts';
import { taskMaterial } from './task-parts.ts';

type Slot = 'statement' | 'signature' | 'entryPoint' | 'solution' | 'evidence';

/** A task, an attempt at it and what showed that it is wrong → a module that is right. */
export const repairSolutionPrompt: Prompt<Slot> = definePrompt(
  {
    name: 'repair-solution',
    system: `You are an expert TypeScript engineer who finds the cause of a failure before changing anything. ${materialRule}`,
    user: `Correct an attempt at this task.

${taskMaterial}

The attempt:

{{solution|ts}}

What is wrong with it:

{{evidence|<evidence>}}

Work out why this happens and what else the same mistake breaks; go by the statement. Answer with the whole corrected TypeScript module in one fenced block that exports {{entryPoint}}. Standard ECMAScript only, no imports. It compiles under "strict" and "noUncheckedIndexedAccess".`,
  },
  ['statement', 'signature', 'entryPoint', 'solution', 'evidence'],
);
