import { definePrompt, type Prompt } from '../../core/prompt.ts';

const rules = `Write a vitest module that tells right solutions from wrong ones.
- Import { describe, expect, test } from 'vitest', fc from 'fast-check', and {{entryPoint}} from './solution'.
- Examples with values worked out by hand from the statement, edge cases among them: empty, one, duplicates, ties, negative, large, unicode, whatever the statement allows.
- At least two properties with fc.assert(fc.property(...)): an oracle by brute force, an invariant, a round trip or a metamorphic relation. Arbitraries stay within the statement's preconditions.
- Give a property a body in braces: a matcher returns a value, and fast-check takes any value but undefined and true for a failure.
- Test only what the statement says. No mocks, no snapshots, no clock, no Node.js modules.

Answer with the module in one fenced block.`;

const task = `{{statement}}

The module under test exports:

\`\`\`ts
{{signature}}
\`\`\``;

const system = `You write tests that a wrong program cannot pass and a right program cannot fail.`;

type BlindSlot = 'statement' | 'signature' | 'entryPoint';

/** A task → a vitest module, written without sight of any solution. */
export const writeBlindSuitePrompt: Prompt<BlindSlot> = definePrompt(
  { name: 'write-suite-blind', system, user: `${task}\n\n${rules}` },
  ['statement', 'signature', 'entryPoint'],
);

/** A task and one solution of unknown worth → a vitest module. */
export const writeSightedSuitePrompt: Prompt<BlindSlot | 'solution'> = definePrompt(
  {
    name: 'write-suite-sighted',
    system,
    user: `${task}

One attempt at it, which may be wrong; use it to see where mistakes are likely, and let the statement decide:

\`\`\`ts
{{solution}}
\`\`\`

${rules}`,
  },
  ['statement', 'signature', 'entryPoint', 'solution'],
);
