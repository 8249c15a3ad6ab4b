import type { Level } from '../../core/level.ts';
import { materialRule, definePrompt, type Prompt } from '../../core/prompt.ts';
import { describeInOneLinePrompt } from './describe-one-line.ts';
import { explainCodePrompt } from './describe-textbook.ts';
import { writeDocstringPrompt } from './describe-docstring.ts';

/** Code → a description from which it can be written again. */
const describeCodePrompt: Prompt<'code' | 'entryPoint'> = definePrompt(
  {
    name: 'describe-code',
    system: `You describe code so precisely that another engineer, who never sees it, writes a program that behaves the same. ${materialRule}`,
    user: `Describe what this TypeScript module does, for someone who will write it again from your words alone.

{{code|ts}}

Name {{entryPoint}} and its exact signature with every type it needs. Say what it computes, every edge case, order, ties, what it throws, and whether it modifies its arguments. Describe behaviour, not the implementation; give no code but the signature.`,
  },
  ['code', 'entryPoint'],
);

/** The prompt of each level. */
export const describePrompts: Readonly<Record<Level, Prompt<'code' | 'entryPoint'>>> = {
  'one-line': describeInOneLinePrompt,
  docstring: writeDocstringPrompt,
  statement: describeCodePrompt,
  textbook: explainCodePrompt,
};
