import type { Draw } from './draw.ts';
import type { RequestStage } from './ports.ts';
import type { Derivation } from './task.ts';
import type { Fault } from './fault.ts';
import type { Verdict } from './verdict.ts';

/** A request of a unit, and where its reply is stored. */
export interface TracedRequest {
  readonly stage: RequestStage;
  /** The label's seed: the key of the draw, or of the step of it that the request was about. */
  readonly seed: string;
  readonly sample: number;
  /** Of the stored reply; absent where none came. */
  readonly key?: string;
  readonly fault?: Pick<Fault, 'boundary' | 'code' | 'message'>;
}

/** What a unit drew and asked: enough to find every reply that its rows are made of. */
export interface UnitTrace {
  readonly draw: Pick<Draw, 'seed' | 'operators'>;
  /** By stage, seed and sample. */
  readonly requests: readonly TracedRequest[];
}

/** A solution or suite of a task, as it was judged. */
export interface TracedText {
  readonly id: string;
  readonly code: string;
  /** Which of the replies of its stage it came from. */
  readonly sample: number;
  readonly prompt?: string;
  readonly derivedFrom?: Derivation;
}

export interface TracedSuite extends TracedText {
  readonly blind: boolean;
  /** Whether it was one to go by. */
  readonly supported: boolean;
}

/** A verdict without what every accepted candidate has. */
export type TracedVerdict =
  | { readonly kind: 'accepted'; readonly tests: number }
  | Exclude<Verdict, { kind: 'accepted' }>
  | { readonly kind: 'unjudged'; readonly fault: Fault };

/** All verdicts about a task: one row for each solution, one column for each suite. */
export interface MatrixTrace {
  readonly task: string;
  readonly solutions: readonly TracedText[];
  readonly suites: readonly TracedSuite[];
  readonly verdicts: readonly (readonly TracedVerdict[])[];
}
