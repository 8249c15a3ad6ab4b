import { definePrompt, type Prompt } from '../../core/prompt.ts';
import { suiteRules, suiteSystem } from './suite-parts.ts';
import { taskMaterial } from './task-parts.ts';

type Slot = 'statement' | 'signature' | 'entryPoint' | 'solution' | 'suite' | 'survivors';

/** A task, a solution, its suite and the changes that the suite does not notice → the suite with the tests it lacks. */
export const repairSuitePrompt: Prompt<Slot> = definePrompt(
  {
    name: 'repair-suite',
    system: suiteSystem,
    user: `${taskMaterial}

One attempt at it, which may be wrong; let the statement decide:

{{solution|ts}}

A test suite that this attempt passes:

{{suite|ts}}

Each of these changes was made to the attempt alone, and the suite passed all the same. Lines are those of the attempt:

{{survivors|diff}}

Write the whole suite again with the tests that are missing: for each change, an input on which the statement asks for what the changed code does not do. Keep the tests that are there, and add new ones instead of widening them. Some changes may alter nothing that the statement speaks of: leave those.

${suiteRules}`,
  },
  ['statement', 'signature', 'entryPoint', 'solution', 'suite', 'survivors'],
);
