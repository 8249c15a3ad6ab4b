/** One problem with answers whose truth is known; the tests are weak ones, the truth comes from better ones. */
export interface LabelledTask {
  readonly problem: string;
  readonly entryPoint: string;
  readonly statement: string;
  readonly suite: string;
  /** By which the truth of an answer is told that does not bring its own. */
  readonly fullTests?: string;
  readonly answers: readonly LabelledAnswer[];
}

export interface LabelledAnswer {
  readonly id: string;
  readonly model: string;
  readonly code: string;
  /** Undefined where only the full tests tell. */
  readonly isRight: boolean | undefined;
}
