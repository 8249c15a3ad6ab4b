import type { Runner } from './drive.ts';
import { scriptRunner } from './script-runner.ts';

/** How a suite is run: as tests that it registers, or as one script. */
export type Mode = 'tests' | 'script';

/** A runner for both: a script that registers tests after all is run as those. */
export function runnerFor(tests: Runner & { readonly hasTests: () => boolean }): (mode: Mode) => Runner {
  return (mode) => {
    if (mode === 'tests') return tests;
    return {
      ...scriptRunner,
      seed: tests.seed,
      brief: () => tests.brief?.(),
      run: () => (tests.hasTests() ? tests.run() : scriptRunner.run()),
      again: () => (tests.hasTests() ? tests.again() : scriptRunner.again()),
    };
  };
}
