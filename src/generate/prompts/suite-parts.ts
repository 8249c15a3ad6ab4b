/** What a suite must be. */
export const suiteRules: string = `Write a vitest module that tells right solutions from wrong ones.
- Import { describe, expect, test } from 'vitest', fc from 'fast-check', and {{entryPoint}} from './solution'.
- Examples with values worked out by hand from the statement, edge cases among them: empty, one, duplicates, ties, negative, large, unicode, whatever the statement allows.
- At least two properties with fc.assert(fc.property(...)): an oracle by brute force, an invariant, a round trip or a metamorphic relation. Arbitraries stay within the statement's preconditions.
- Give a property a body in braces: a matcher returns a value, and fast-check takes any value but undefined and true for a failure.
- Test only what the statement says. No mocks, no snapshots, no clock, no Node.js modules.

Answer with the module in one fenced block.`;

/** What a suite is for. */
export const suiteTask: string = `{{statement}}

The module under test exports:

\`\`\`ts
{{signature}}
\`\`\``;

/** Who writes suites. */
export const suiteSystem: string = `You write tests that a wrong program cannot pass and a right program cannot fail.`;
