import { definePrompt, materialRule, type Prompt } from '../../core/prompt.ts';

/** A piece of real code → whether a task can be made of it that is worth solving. */
export const screenSeedPrompt: Prompt<'title' | 'code'> = definePrompt(
  {
    name: 'screen-seed',
    system: `You pick code that something can be learnt from. ${materialRule}`,
    user: `A piece of code from a real project, "{{title}}":

{{code|ts}}

Is it educational: does it compute something that can be said in words, understood without the project around it, and asked for as an exercise? Configuration, glue between libraries, boilerplate, and code whose meaning depends on conventions that it does not show are not.

Answer with one JSON object and nothing else: {"educational": true or false, "reason": one sentence}.`,
  },
  ['title', 'code'],
);
