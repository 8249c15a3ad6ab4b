import type { Problem } from './problem.ts';
import { type Assertion, rewriteAssertions } from './rewrite-assertions.ts';

export type VariantName = 'plain' | 'examples' | 'property';

/** One way of testing the solutions, written for each of those that run it. */
export interface Variant {
  readonly name: VariantName;
  readonly what: string;
  /** For Winnow. It sees what the solution declares: tests may call more of that than the function that is asked for. */
  readonly suiteOf: (problem: Problem) => string;
  readonly style: 'console.assert' | 'vitest';
  /** Solution and tests as one script, in a realm that has `expect` or `fc`, whichever is mentioned. */
  readonly scriptOf: (problem: Problem) => string;
  /** The package of the name that the script mentions, for a plain process. Undefined where there is none to be had. */
  readonly packageOfScript: { readonly name: string; readonly global: string } | 'none' | undefined;
}

export const variants: readonly Variant[] = [
  {
    name: 'plain',
    what: 'a script of console.assert',
    style: 'console.assert',
    suiteOf: ({ tests }) => tests,
    scriptOf: ({ solution, tests }) => `${solution}\n${tests}`,
    packageOfScript: 'none',
  },
  {
    name: 'examples',
    what: 'a vitest suite with an expect for each example',
    style: 'vitest',
    suiteOf: (problem) => `import { expect, test } from 'vitest';
test('examples', () => {\n${rewriteAssertions(problem.tests, expectation)}\n});\n`,
    scriptOf: ({ solution, tests }) => `${solution}\n${rewriteAssertions(tests, expectation)}`,
    // Real `expect` comes with a test runner, which is no process per sample any more.
    packageOfScript: undefined,
  },
  {
    name: 'property',
    what: 'a vitest suite with one property of 100 runs',
    style: 'vitest',
    suiteOf: (problem) => `import fc from 'fast-check';
import { test } from 'vitest';
test('holds', () => {\n${propertyOf(problem)}\n});\n`,
    scriptOf: (problem) => `${problem.solution}\n{\n${propertyOf(problem)}\n}`,
    packageOfScript: { name: 'fast-check', global: 'fc' },
  },
];

function expectation({ condition, comparison }: Assertion): string {
  if (comparison === undefined) return `expect(${condition}).toBeTruthy()`;
  const { actual, expected, kind } = comparison;
  return `expect(${actual}).${kind === 'same' ? 'toBe' : 'toEqual'}(${expected})`;
}

function propertyOf({ property, tests }: Problem): string {
  const settings = '{ numRuns: 100, seed: 1 }';
  if (property !== undefined) return `fc.assert(${property}, ${settings});`;
  const collecting = rewriteAssertions(tests, ({ condition }) => `examples.push(() => ${condition})`);
  const drawn = 'fc.property(fc.constantFrom(...examples), (holds) => Boolean(holds()))';
  return `const examples = [];\n${collecting}\nfc.assert(${drawn}, ${settings});`;
}
