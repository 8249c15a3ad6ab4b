import type { Job } from '../../sandbox/index.ts';
import type { Expectation } from '../../tests/sandbox/attacks/expectation.ts';

export interface BenchmarkCase {
  readonly name: string;
  readonly class: string;
  /** What it tries. */
  readonly tries: string;
  /** Any of these is as it should be. */
  readonly expectations: readonly Expectation[];
  readonly job: Job;
  /** A second job, in whose report the alarm must not occur. */
  readonly probe?: { readonly job: Job; readonly alarm: string };
}
