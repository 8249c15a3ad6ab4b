import type { Judgement } from '../../core/verdict.ts';
import type { TaskDecision } from '../../verify/decide.ts';
import type { SuiteRepair } from '../products/suite-repairs.ts';
import type { Written } from './write-all.ts';

/** A task with everything that was written for it, the verdicts, and what they and all else led to. */
export interface DecidedTask {
  readonly written: Written;
  readonly judgements: readonly (readonly Judgement[])[];
  readonly decision: TaskDecision;
  /** Those that made a row's suite better. */
  readonly suiteRepairs: readonly SuiteRepair[];
}
