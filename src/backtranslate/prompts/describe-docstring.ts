import { definePrompt, materialRule, type Prompt } from '../../core/prompt.ts';

/** Code → the text of a doc comment. */
export const writeDocstringPrompt: Prompt<'code' | 'entryPoint'> = definePrompt(
  {
    name: 'describe-code-docstring',
    system: `You write doc comments from which another engineer, who never sees the code, writes a program that behaves the same. ${materialRule}`,
    user: `Write the doc comment that {{entryPoint}} of this module should have.

{{code|ts}}

First the signature with every type it needs. Then one sentence on what it does, a line \`@param NAME\` for each parameter, \`@returns\`, and \`@throws\` where it throws, each with the edge cases that it decides. 30 to 120 words, without \`/**\` and stars. No code but the signature.`,
  },
  ['code', 'entryPoint'],
);
