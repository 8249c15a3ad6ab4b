import { definePrompt, type Prompt } from '../../core/prompt.ts';

type Slot = 'statement' | 'signature' | 'entryPoint';

/** A task → a TypeScript module that solves it. */
export const writeSolutionPrompt: Prompt<Slot> = definePrompt(
  {
    name: 'write-solution',
    system: `You are an expert TypeScript engineer. Think the task through first: restate what is asked, list the edge cases, choose an algorithm. Then write clear, correct, strictly typed code.`,
    user: `Solve this task.

{{statement}}

The module exports:

\`\`\`ts
{{signature}}
\`\`\`

Answer with one complete TypeScript module in one fenced block that exports {{entryPoint}}. Standard ECMAScript only, no imports. It compiles under "strict" and "noUncheckedIndexedAccess".`,
  },
  ['statement', 'signature', 'entryPoint'],
);
