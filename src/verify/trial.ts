import type { Outcome } from '../core/fault.ts';
import type { MutationEvidence } from '../core/evidence.ts';
import type { Judgement } from '../core/verdict.ts';
import type { Behaviour, ProbeInputs } from './behaviour/behaviour.ts';
import type { Candidate } from './candidate.ts';
import type { StubVerdicts } from './stubs/stub-verdicts.ts';
import type { MinimalSuite, Refuted } from './minimal-suite/minimal-suite.ts';

/** One task with all that was written for it, and judged. */
export interface Trial extends Pick<Candidate, 'seed' | 'language' | 'style' | 'entryPoint' | 'files'> {
  readonly statement: string;
  readonly solutions: readonly TrialSolution[];
  readonly suites: readonly TrialSuite[];
  /** `judgements[i][j]` is what judging solution i against suite j showed. */
  readonly judgements: readonly (readonly Judgement[])[];
  /** Undefined where none can be generated. */
  readonly inputs?: TrialInputs;
}

export interface TrialSolution {
  readonly code: string;
  readonly source: { readonly model: string; readonly temperature?: number };
  /** Whether it was made from another, with help: it has no say in what is right. */
  readonly isDerived?: boolean;
}

export interface TrialSuite {
  readonly id: string;
  readonly code: string;
  readonly blind: boolean;
  /** Id of the suite that it was written to do better than. */
  readonly repairOf?: string;
  /** Id of the suite that it revises after a critique. */
  readonly revisionOf?: string;
}

export interface TrialInputs extends ProbeInputs {
  readonly from: string;
}

/** What a trial may have done; each answers the same question with the same answer. What is absent is not tried. */
export interface Provers {
  /** Asked before `mutate`, which tells the same and more, where stubs are all that is in question. */
  readonly stubs?: (candidate: Candidate) => Promise<Outcome<StubVerdicts>>;
  readonly mutate?: (candidate: Candidate, inputs: ProbeInputs | undefined) => Promise<Outcome<MutationEvidence>>;
  readonly observe?: (
    subject: Pick<Candidate, 'solution' | 'language' | 'files' | 'entryPoint'>,
    options: { readonly inputs: ProbeInputs; readonly anyOrder: boolean },
  ) => Promise<Outcome<Behaviour>>;
  readonly minimize?: (candidate: Candidate, refuted: readonly Refuted[]) => Promise<Outcome<MinimalSuite>>;
}

/** Whether any suite accepts a solution. */
export function isAcceptedBySome({ judgements }: Trial, index: number): boolean {
  return (judgements[index] ?? []).some(isAccepted);
}

/** Whether a judgement is that all is well. */
export function isAccepted(judgement: Judgement | undefined): boolean {
  return judgement?.kind === 'judged' && judgement.verdict.kind === 'accepted';
}
