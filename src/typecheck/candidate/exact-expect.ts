import type { TypeCheckJob } from '../../core/ports.ts';

/** Matchers of snapshots, and matchers and assertions that a candidate declares or names itself. */
const traces = /[mM]atch(?:Inline)?Snapshot\b|\b(?:Matchers|Assertion)\s*</u;

/** Whether a candidate may tell of which type that was of which it expects something. See `thinned`. */
export function seesExpectedTypes({ solution, suite = '', files = {} }: TypeCheckJob): boolean {
  return [solution, suite, ...Object.values(files)].some((text) => traces.test(text));
}

/**
 * Gives `expect` its whole type back, for the whole program: later overloads come first. To be added to a module in
 * TypeScript, of a candidate that is checked alone.
 */
export const exactExpect =
  "\ndeclare module 'vitest' { interface ExpectStatic { <T>(actual: T, message?: string): Assertion<void, T> } }";
