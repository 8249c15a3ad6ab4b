/** One solution against one suite, with all that decides what judging it shows. */
export interface Candidate {
  readonly solution: string;
  readonly suite: string;
  readonly seed: number;
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
