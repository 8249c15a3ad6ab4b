import type { TestStyle } from '../../types.ts';
import type { Reading } from './reading.ts';

const vitestModules: readonly string[] = ['vitest', '@fast-check/vitest'];
const assertModules: readonly string[] = ['assert', 'node:assert', 'assert/strict', 'node:assert/strict'];
const jestOnly: readonly string[] = ['jest', 'xit', 'xtest', 'xdescribe', 'fit', 'fdescribe'];
const testGlobals: readonly string[] = ['describe', 'it', 'test', 'expect', 'vi'];

/**
 * Tells what a suite is written for.
 *
 * @param entryPoint What is tested: a global of that name is the solution's, and tells nothing about the suite.
 */
export function detectStyle({ imports, freeNames, assertsOnConsole }: Reading, entryPoint?: string): TestStyle {
  const takes = (modules: readonly string[]) => imports.some(({ specifier }) => modules.includes(specifier));
  const mentions = (names: readonly string[]) => names.some((name) => name !== entryPoint && freeNames.has(name));
  if (takes(vitestModules)) return 'vitest';
  if (takes(['@jest/globals']) || mentions(jestOnly)) return 'jest';
  if (mentions(testGlobals)) return 'vitest';
  if (takes(assertModules) || mentions(['assert'])) return 'assert';
  return assertsOnConsole ? 'console.assert' : 'throw';
}
