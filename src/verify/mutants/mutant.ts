/** A small change to a solution that a good suite should notice. */
export interface Mutant {
  /** Unique within the solution. */
  readonly id: string;
  /** Line of the solution's text, from 1. */
  readonly line: number;
  /** What was changed, by the name that StrykerJS has for it: `EqualityOperator`. */
  readonly mutator: string;
  /** What stands there, shortened. */
  readonly original: string;
  /** What stands there instead, shortened. */
  readonly replacement: string;
}
