import type { Report } from '../types.ts';
import { type Bench, isScript } from './bench.ts';
import type { Run } from './run.ts';
import type { Reached, Switched } from './switched.ts';

export interface Loadable {
  readonly run: Run;
  readonly switched: Switched;
}

interface Loaded {
  /** Set when that is all there is to say. */
  readonly unfit: Report | undefined;
  /** What was reached before anything that can be run again. */
  readonly reached: Reached;
}

/**
 * Loads solution and suite, and marks the place to which running the tests again goes back. For a script that is before
 * it is evaluated, as its tests are the script; for others it is when both have been loaded.
 */
export function loadMarked({ prepared }: Bench, { run, switched }: Loadable): Loaded {
  const mark = (): Reached => {
    run.mark();
    switched.mark();
    return switched.reached();
  };
  let reached: Reached | undefined;
  const unfit = run.load(() => {
    if (isScript(prepared)) reached = mark();
  });
  return { unfit, reached: reached ?? mark() };
}
