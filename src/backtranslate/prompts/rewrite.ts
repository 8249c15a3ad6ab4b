import { definePrompt, materialRule, type Prompt } from '../../core/prompt.ts';

/** A description alone → a TypeScript module. */
const rewritePrompt: Prompt<'description' | 'entryPoint'> = definePrompt(
  {
    name: 'rewrite-from-description',
    system: `You are an expert TypeScript engineer. You write exactly what a description asks for. ${materialRule}`,
    user: `{{description|<description>}}

Write this as one complete TypeScript module in one fenced block that exports {{entryPoint}}. Standard ECMAScript only, no imports. It compiles under "strict" and "noUncheckedIndexedAccess".`,
  },
  ['description', 'entryPoint'],
);

/** A description alone → a JavaScript module. */
const rewriteJavaScriptPrompt: Prompt<'description' | 'entryPoint'> = definePrompt(
  {
    name: 'rewrite-from-description-js',
    system: `You are an expert JavaScript engineer. You write exactly what a description asks for. ${materialRule}`,
    user: `{{description|<description>}}

Write this as one complete ECMAScript module in plain JavaScript, without type annotations, in one fenced block that exports {{entryPoint}}. Standard ECMAScript only, no imports.`,
  },
  ['description', 'entryPoint'],
);

/** By the language of the code that was described, as its tests judge both. */
export const rewritePrompts: Readonly<Record<'ts' | 'js', Prompt<'description' | 'entryPoint'>>> = {
  ts: rewritePrompt,
  js: rewriteJavaScriptPrompt,
};
