import type { TestStyle } from '../../sandbox/index.ts';

/** One solution against one suite, with all that decides what judging it shows. */
export interface Candidate {
  readonly solution: string;
  readonly suite: string;
  readonly seed: number;
  /** Seeds of the executions, in their order, where they are known; otherwise they are made of all the above. */
  readonly seeds?: readonly number[];
  /** TypeScript unless given. */
  readonly language?: 'ts' | 'js';
  /** What the suite is written for; detected unless given. */
  readonly style?: TestStyle;
  /** The function that is asked for. */
  readonly entryPoint?: string;
  /** Further modules of the solution, by their path relative to it. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What bounds and repeats a judgement. */
export interface JudgeLimits {
  readonly cpuMs: number;
  readonly memoryMb: number;
  readonly outputKb: number;
  /** Times an accepted candidate runs, each with another seed. */
  readonly repeat: number;
  readonly types: 'strict' | 'off';
}
