import { materialRule } from '../../core/prompt.ts';
import type { Focus } from '../../core/writing.ts';

const examples = `Examples with values worked out by hand from the statement.`;
const edges = `Edge cases, whatever of these the statement allows: empty, one, duplicates, ties, negative, zero and -0, huge, NaN, sparse arrays, unicode outside of the basic plane.`;
const properties = `Properties with fc.assert(fc.property(...)): an oracle by brute force, an invariant, a round trip, idempotence or a metamorphic relation. Arbitraries stay within the statement's preconditions.`;

/** What a suite is about, by what it is written for. */
export const contents: Readonly<Record<Focus, readonly string[]>> = {
  whole: [examples, edges, `At least two of these: ${properties}`],
  'edge-cases': [
    examples,
    `Nearly all of the suite: ${edges} Name in each test the sentence of the statement that decides it.`,
  ],
  properties: [`One or two examples.`, `At least four, of different kinds: ${properties}`],
};

/** What a suite must be. */
export function rulesOf(content: readonly string[]): string {
  return `Write a vitest module that tells right solutions from wrong ones.
- Import { describe, expect, test } from 'vitest', fc from 'fast-check', and {{entryPoint}} from './solution'.
${content.map((rule) => `- ${rule}`).join('\n')}
- Give a property a body in braces: a matcher returns a value, and fast-check takes any value but undefined and true for a failure.
- Test only what the statement says. No mocks, no snapshots, no clock, no Node.js modules.

Answer with the module in one fenced block.`;
}

export const suiteRules: string = rulesOf(contents.whole);

/** Who writes suites. */
export const suiteSystem: string = `You write tests that a wrong program cannot pass and a right program cannot fail. ${materialRule}`;
