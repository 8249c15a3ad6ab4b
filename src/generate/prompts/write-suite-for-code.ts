import { definePrompt, type Prompt } from '../../core/prompt.ts';
import { suiteSystem } from './suite-parts.ts';

/** Code that is right as it is → a vitest module that tells it from what behaves otherwise. */
export const writeSuiteForCodePrompt: Prompt<'code' | 'entryPoint'> = definePrompt(
  {
    name: 'write-suite-for-code',
    system: suiteSystem,
    user: `This code is right by definition: what it does is what is wanted.

{{code|ts}}

Write a vitest module that the code passes and that fails any module which behaves otherwise, however it is written.
- Import { describe, expect, test } from 'vitest', fc from 'fast-check', and {{entryPoint}} from './solution'; nothing else of the code can be imported.
- Examples with values worked out by hand from the code, so that every branch and every bound is reached from both sides.
- Edge cases, whatever of these the code has an answer for: empty, one, duplicates, ties, negative, zero, huge, unicode.
- At least one property with fc.assert(fc.property(...)): an invariant, a round trip, or an oracle by brute force.
- Give a property a body in braces: a matcher returns a value, and fast-check takes any value but undefined and true for a failure.
- Test what can be seen from outside, never how it is done. No mocks, no snapshots, no clock, no Node.js modules.

Answer with the module in one fenced block.`,
  },
  ['code', 'entryPoint'],
);
