import { definePrompt, materialRule, type Prompt } from '../../core/prompt.ts';

/** A description alone → a TypeScript module. */
export const rewritePrompt: Prompt<'description' | 'entryPoint'> = definePrompt(
  {
    name: 'rewrite-from-description',
    system: `You are an expert TypeScript engineer. You write exactly what a description asks for. ${materialRule}`,
    user: `{{description|<description>}}

Write this as one complete TypeScript module in one fenced block that exports {{entryPoint}}. Standard ECMAScript only, no imports. It compiles under "strict" and "noUncheckedIndexedAccess".`,
  },
  ['description', 'entryPoint'],
);
