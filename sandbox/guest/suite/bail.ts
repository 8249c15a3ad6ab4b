/**
 * Set while tests run against mutants: failures are not described, and the first one ends the run, unless all tests that
 * fail are wanted.
 */
export const bail = { isOn: false, wantsAll: false, hasFailed: false };
