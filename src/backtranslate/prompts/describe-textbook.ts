import { definePrompt, materialRule, type Prompt } from '../../core/prompt.ts';

/** Code → an explanation with the idea and why it works. */
export const explainCodePrompt: Prompt<'code' | 'entryPoint'> = definePrompt(
  {
    name: 'describe-code-textbook',
    system: `You write textbooks: whoever reads a section, and never sees the code, understands the idea and can write the program. ${materialRule}`,
    user: `Write the section of a textbook that explains what this module does, the idea behind it, and why it works.

{{code|ts}}

Begin with the problem, as {{entryPoint}} and its exact signature with every type it needs. Then the idea in words, why it gives the right answer, how its time and memory grow, and the edge cases, each with what comes out. One small example with its input and result. 150 to 400 words of Markdown; no code but the signature and calls of the example.`,
  },
  ['code', 'entryPoint'],
);
