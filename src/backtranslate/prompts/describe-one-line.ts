import { definePrompt, materialRule, type Prompt } from '../../core/prompt.ts';

/** Code → one sentence, and the signature. */
export const describeInOneLinePrompt: Prompt<'code' | 'entryPoint'> = definePrompt(
  {
    name: 'describe-code-one-line',
    system: `You say in one sentence what a piece of code is for, so that another engineer, who never sees it, writes one that behaves the same. ${materialRule}`,
    user: `Say in one sentence what this module does.

{{code|ts}}

At most 40 words, with {{entryPoint}} and its parameters by name and type. Say what is not to be guessed from the name. No code, nothing before or after the sentence.`,
  },
  ['code', 'entryPoint'],
);
